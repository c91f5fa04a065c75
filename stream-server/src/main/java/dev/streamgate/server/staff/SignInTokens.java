package dev.streamgate.server.staff;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes sign-in tokens, 32 random bytes in hex, and the keyed hash under which they are stored
/// (Spec, rules §11). Thread-safe.
public final class SignInTokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecureRandom random;
  private final SecretKeySpec sessionKey;

  public SignInTokens(SecureRandom random, String sessionKey) {
    this.random = random;
    this.sessionKey = new SecretKeySpec(sessionKey.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  String next() {
    byte[] token = new byte[BYTES];
    random.nextBytes(token);
    return HexFormat.of().formatHex(token);
  }

  String hashOf(String token) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(sessionKey);
      return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
