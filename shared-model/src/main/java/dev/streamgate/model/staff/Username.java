package dev.streamgate.model.staff;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The name by which an account signs in: 2–64 lower-case letters, digits, `.`, `_`, `-` or `@`,
/// beginning with a letter or digit. The names under which the audit trail tells of those without
/// an account are nobody's.
public record Username(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");
  private static final Set<String> RESERVED =
      Set.of("viewer", "partner", "system", "stranger", "unknown");

  public Username {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a user name");
    }
  }

  /// What somebody typed, in the form in which names are kept and compared.
  public static String normalised(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /// Whether `text`, which is {@link #normalised}, may name an account.
  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches() && !RESERVED.contains(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
