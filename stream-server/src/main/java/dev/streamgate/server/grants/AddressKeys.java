package dev.streamgate.server.grants;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The keys of signed addresses, `HLS_SIGNING_KEY` (Spec, media §3): the first one signs, each of
/// them verifies. There are two while the secret they are derived from is being changed.
/// Thread-safe.
public final class AddressKeys {
  private static final String ALGORITHM = "HmacSHA256";

  private final List<SecretKeySpec> keys;

  /// @param keys used as text, by their UTF-8 bytes
  /// @throws IllegalArgumentException if there is none, or an empty one
  public AddressKeys(List<String> keys) {
    if (keys.isEmpty() || keys.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("a signing key is not empty");
    }
    this.keys = keys.stream().map(AddressKeys::spec).toList();
  }

  /// HMAC-SHA256 under the key that signs.
  public byte[] sign(byte[] message) {
    return hmac(keys.getFirst(), message);
  }

  /// Whether one of the keys signed a message; takes the same time for any wrong signature.
  public boolean isSignature(byte[] signature, byte[] message) {
    boolean signed = false;
    for (SecretKeySpec key : keys) {
      signed |= MessageDigest.isEqual(hmac(key, message), signature);
    }
    return signed;
  }

  private static byte[] hmac(SecretKeySpec key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static SecretKeySpec spec(String key) {
    return new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }
}
