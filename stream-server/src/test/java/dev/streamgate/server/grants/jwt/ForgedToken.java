package dev.streamgate.server.grants.jwt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs any header and claims, sensible or not, with any secret: what somebody else could mint.
final class ForgedToken {
  private ForgedToken() {}

  static String of(String header, String claims, String secret) {
    return of(header, claims, secret, "HmacSHA256");
  }

  static String of(String header, String claims, String secret, String algorithm) {
    String signed = encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(claims);
    return signed + "." + encode(mac(signed, secret, algorithm));
  }

  private static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] mac(String text, String secret, String algorithm) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
