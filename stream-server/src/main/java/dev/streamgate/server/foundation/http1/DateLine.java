package dev.streamgate.server.foundation.http1;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The header `Date` (RFC 9110 §6.6.1), written anew once a second. Thread-safe.
final class DateLine {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("'Date: 'EEE, dd MMM uuuu HH:mm:ss 'GMT\r\n'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final InstantSource clock;
  private volatile Written last = new Written(0);

  DateLine(InstantSource clock) {
    this.clock = clock;
  }

  private static final class Written {
    private final long second;
    private final byte[] line;

    Written(long second) {
      this.second = second;
      this.line = AnswerHead.ascii(FORM.format(Instant.ofEpochSecond(second)));
    }
  }

  byte[] now() {
    long second = Math.floorDiv(clock.millis(), 1000L);
    Written written = last;
    if (written.second != second) {
      written = new Written(second);
      last = written;
    }
    return written.line;
  }
}
