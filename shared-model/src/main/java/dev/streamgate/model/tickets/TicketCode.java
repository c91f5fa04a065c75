package dev.streamgate.model.tickets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The code printed on a ticket, in its stored spelling: 1–64 letters and digits without separators
/// (Spec, rules §2). Two codes with one canonical form are the same code. Its text form hides all
/// but the last four symbols, so that it cannot slip into a log.
public record TicketCode(String value) {
  public static final int MAX_LENGTH = 64;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9]{1," + MAX_LENGTH + "}");
  private static final Pattern SEPARATORS = Pattern.compile("[ \\-_.]");
  private static final int VISIBLE = 4;
  private static final int GROUP = 4;
  private static final int HASH_LENGTH = 32;

  public TicketCode {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a ticket code");
    }
  }

  /// Reads what somebody typed: trimmed, separators dropped. Empty if it cannot be a code.
  public static Optional<TicketCode> read(String typed) {
    String code = sanitizeTokenCode(typed);
    return isValidTokenCode(code) ? Optional.of(new TicketCode(code)) : Optional.empty();
  }

  /// `typed` without surrounding blanks and without the separators space, `-`, `_` and `.`.
  public static String sanitizeTokenCode(String typed) {
    return SEPARATORS.matcher(typed.trim()).replaceAll("");
  }

  /// Whether a text without separators may be a code.
  public static boolean isValidTokenCode(String code) {
    return SHAPE.matcher(code).matches();
  }

  /// The form under which codes are compared: upper case, `O` as `0`, `I` and `L` as `1`.
  public static String canonicalCode(String code) {
    return sanitizeTokenCode(code)
        .toUpperCase(Locale.ROOT)
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }

  public String canonical() {
    return canonicalCode(value);
  }

  /// The code as it is printed: groups of four for codes of twelve, else unchanged.
  public String display() {
    if (value.length() != CheckSymbol.CODE_LENGTH) {
      return value;
    }
    return value.substring(0, GROUP)
        + "-"
        + value.substring(GROUP, 2 * GROUP)
        + "-"
        + value.substring(2 * GROUP);
  }

  /// The last four symbols, the most of a code that may be shown to others than its holder.
  public String lastFour() {
    return value.substring(Math.max(0, value.length() - VISIBLE));
  }

  /// The first 32 hex digits of its SHA-256, by which tokens of the content API and signed
  /// addresses name it: they travel through more hands than a viewer's.
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "••••" + lastFour();
  }
}
