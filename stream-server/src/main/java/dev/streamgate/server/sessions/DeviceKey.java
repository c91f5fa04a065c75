package dev.streamgate.server.sessions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The secret by which a browser is known again: 128 random bits in hex. Only its hash is ever
/// stored.
public record DeviceKey(String value) {
  private static final int BYTES = 16;
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

  public DeviceKey {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a device key");
    }
  }

  public static DeviceKey random(SecureRandom random) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    return new DeviceKey(HexFormat.of().formatHex(bits));
  }

  /// The key that a browser sent; empty if it cannot be one of ours.
  public static Optional<DeviceKey> read(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new DeviceKey(text)) : Optional.empty();
  }

  /// SHA-256 of the key, in hex.
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "DeviceKey";
  }
}
