package dev.streamgate.server.media;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Dates of HTTP in the one form that is still sent, `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110
/// §5.6.7).
public final class HttpDate {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  public static String format(Instant instant) {
    return FORM.format(instant);
  }

  /// Empty if the text is no such date; a condition that cannot be read does not count.
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(FORM.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
