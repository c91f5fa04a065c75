package dev.streamgate.server.portal;

import dev.streamgate.model.text.PlainText;
import java.util.regex.Pattern;

/// What a viewer's page says went wrong, made fit for a log: one line, at most 300 characters a
/// field, no query strings, and nothing that looks like a token or a code. Whoever reports may be a
/// stranger, and may write anything.
public record ClientError(String type, String url, int status, String detail, boolean hasToken) {
  private static final int LONGEST = 300;
  private static final String MASK = "***";

  /// From the start of a query string or fragment to the end of the word.
  private static final Pattern QUERY = Pattern.compile("[?#]\\S*");

  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*");

  /// `key=value` and `key: value` of what is secret by its name.
  private static final Pattern NAMED_SECRET =
      Pattern.compile(
          "(?i)\\b(code|\\w*token|password|secret|authorization|bearer|key)\\b"
              + "[\"']?\\s*[=: ]\\s*[\"']?[^\\s,;\"'}]+");

  /// Six or more letters and digits with a digit among them, in one group or in several; or twelve
  /// capitals and digits.
  private static final Pattern CODE =
      Pattern.compile(
          "\\b(?=[A-Za-z0-9_-]*[0-9])[A-Za-z0-9](?:[_-]?[A-Za-z0-9]){5,}\\b"
              + "|\\b[A-Z]{4}-?[A-Z]{4}-?[A-Z]{4}\\b");

  public ClientError {
    type = masked(type);
    url = masked(QUERY.matcher(url).replaceAll(""));
    detail = masked(detail);
  }

  private static String masked(String text) {
    String line = PlainText.line(text);
    String cut = line.length() > 2 * LONGEST ? line.substring(0, 2 * LONGEST) : line;
    String safe = QUERY.matcher(cut).replaceAll("?" + MASK);
    safe = TOKEN.matcher(safe).replaceAll(MASK);
    safe = NAMED_SECRET.matcher(safe).replaceAll("$1=" + MASK);
    safe = CODE.matcher(safe).replaceAll(MASK);
    return safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
  }
}
