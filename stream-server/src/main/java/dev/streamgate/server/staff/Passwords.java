package dev.streamgate.server.staff;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/// What makes an acceptable password (Spec, rules §11).
public final class Passwords {
  public static final int MIN_BYTES = 8;

  /// What bcrypt reads; a longer password would silently be cut.
  public static final int MAX_BYTES = 72;

  private static final int GENERATED_LENGTH = 20;

  /// Letters and digits that cannot be taken for one another.
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

  private Passwords() {}

  public static boolean isTooShort(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length < MIN_BYTES;
  }

  public static boolean isTooLong(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
  }

  /// A password of 20 random letters and digits.
  public static String generate(SecureRandom random) {
    return random
        .ints(GENERATED_LENGTH, 0, ALPHABET.length())
        .map(ALPHABET::charAt)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
