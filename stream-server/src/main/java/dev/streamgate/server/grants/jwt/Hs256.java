package dev.streamgate.server.grants.jwt;

import dev.streamgate.server.grants.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;

/// The signature of a JWT under HS256 (RFC 7515 §5.2, RFC 7518 §3.2). Checked here and not by the
/// JWT library, because the library also judges the claims while it is at it: with one leeway for
/// both ends, and by types, where our rules differ.
final class Hs256 {
  private static final String ALGORITHM = "HmacSHA256";

  private Hs256() {}

  /// Whether a key signed what it is said to have signed; takes the same time for any wrong answer.
  static boolean isSignedWith(SigningKey key, CompactToken token) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key.secret());
      byte[] expected = mac.doFinal(token.signed().getBytes(StandardCharsets.US_ASCII));
      return MessageDigest.isEqual(expected, token.signature());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
