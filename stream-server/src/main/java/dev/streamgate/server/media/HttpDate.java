package dev.streamgate.server.media;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Dates of HTTP (RFC 9110 §5.6.7): written as `Sun, 06 Nov 1994 08:49:37 GMT`, and read in the two
/// older forms as well.
public final class HttpDate {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final List<DateTimeFormatter> FORMS =
      List.of(FORM, old("EEEE, dd-MMM-uu HH:mm:ss 'GMT'"), old("EEE MMM ppd HH:mm:ss uuuu"));

  private HttpDate() {}

  private static DateTimeFormatter old(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  public static String format(Instant instant) {
    return FORM.format(instant);
  }

  /// Empty if the text is no such date; a condition that cannot be read does not count.
  public static Optional<Instant> parse(String text) {
    return FORMS.stream().flatMap(form -> parse(form, text).stream()).findFirst();
  }

  private static Optional<Instant> parse(DateTimeFormatter form, String text) {
    try {
      return Optional.of(form.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
