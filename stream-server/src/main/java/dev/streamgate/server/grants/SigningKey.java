package dev.streamgate.server.grants;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// A secret that signs playback tokens, with the id by which a token names it (Spec, rules §4).
public final class SigningKey {
  private static final int ID_LENGTH = 8;

  private final String id;
  private final SecretKey secret;

  private SigningKey(String id, SecretKey secret) {
    this.id = id;
    this.secret = secret;
  }

  /// The key made of a configured secret's UTF-8 bytes.
  public static SigningKey of(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return new SigningKey(idOf(bytes), new SecretKeySpec(bytes, "HmacSHA256"));
  }

  /// The header value `kid`: the first 8 hex digits of the secret's SHA-256.
  public String id() {
    return id;
  }

  public SecretKey secret() {
    return secret;
  }

  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }

  private static String idOf(byte[] secret) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret);
      return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
