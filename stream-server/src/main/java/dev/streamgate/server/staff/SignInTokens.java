package dev.streamgate.server.staff;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes sign-in tokens, 32 random bytes in hex, and the keyed hash under which they are stored
/// (Spec, rules §11). Thread-safe.
public final class SignInTokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecureRandom random;
  private final List<SecretKeySpec> sessionKeys;

  /// @param sessionKeys the key under which tokens are stored, and behind it those under which
  ///   earlier ones may have been
  public SignInTokens(SecureRandom random, List<String> sessionKeys) {
    this.random = random;
    this.sessionKeys =
        sessionKeys.stream()
            .map(key -> new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM))
            .toList();
  }

  String next() {
    byte[] token = new byte[BYTES];
    random.nextBytes(token);
    return HexFormat.of().formatHex(token);
  }

  /// The hash under which a new token is stored.
  String hashOf(String token) {
    return hash(token, sessionKeys.getFirst());
  }

  /// Every hash under which a token may be stored, the likeliest first.
  Stream<String> hashesOf(String token) {
    return sessionKeys.stream().map(key -> hash(token, key));
  }

  private static String hash(String token, SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
