package dev.streamgate.server.grants;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// The signature of an embed address: lower-case hex of SHA-256 over key, event and expiry (Spec,
/// API §2.9). Thread-safe.
public final class EmbedSignature {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  private final List<String> keys;

  /// @param keys `HLS_SIGNING_KEY`: the first one signs, each of them verifies
  public EmbedSignature(List<String> keys) {
    this.keys = List.copyOf(keys);
  }

  /// The signature of these values under the key that signs.
  ///
  /// @param expires unix seconds, as they stand in the address
  public String sign(String eventId, String expires) {
    return HexFormat.of().formatHex(digest(keys.getFirst(), eventId, expires));
  }

  /// Whether an address with these values opens the page at an instant.
  public boolean isGood(String eventId, String expires, String signature, Instant now) {
    return ExpirySeconds.read(expires).filter(now::isBefore).isPresent()
        && isValid(eventId, expires, signature);
  }

  /// Whether this is the signature of these values; takes the same time for any wrong one.
  public boolean isValid(String eventId, String expires, String signature) {
    if (!FORM.matcher(signature).matches()) {
      return false;
    }
    byte[] shown = HexFormat.of().parseHex(signature);
    boolean signed = false;
    for (String key : keys) {
      signed |= MessageDigest.isEqual(digest(key, eventId, expires), shown);
    }
    return signed;
  }

  private static byte[] digest(String key, String eventId, String expires) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((key + eventId + expires).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
