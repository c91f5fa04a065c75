package dev.streamgate.server.media.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.http1.RequestHead;
import dev.streamgate.server.media.MediaDecision;
import dev.streamgate.server.media.MediaDecision.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes one JSON line per media request (Spec, media §9). Lines are made and written by a thread
/// of its own, as many at once as there are; if that cannot keep up, lines are dropped and counted,
/// because nobody's video waits for a log.
public final class MediaLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("streamgate.media");
  private static final int LONGEST_QUEUE = 8192;
  private static final int LONGEST_WRITE = 32 * 1024;
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration LAST_LINES = Duration.ofSeconds(2);

  private final CodeFingerprints fingerprints;
  private final RequestOrigins origins;
  private final InstantSource clock;
  private final int longestQueue;
  private final LongAdder dropped = new LongAdder();
  private final Queue<Entry> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Thread writer;

  /// @param logKey makes fingerprints of codes that cannot be guessed back
  public MediaLog(String logKey, RequestOrigins origins, InstantSource clock) {
    this(logKey, origins, clock, LONGEST_QUEUE);
  }

  MediaLog(String logKey, RequestOrigins origins, InstantSource clock, int longestQueue) {
    this.fingerprints = new CodeFingerprints(logKey);
    this.origins = origins;
    this.clock = clock;
    this.longestQueue = longestQueue;
    this.writer = Thread.ofPlatform().daemon().name("streamgate-media-log").start(this::writeAll);
  }

  /// What a line is made of, taken from the request while it lasts.
  private record Entry(
      String method,
      String rawPath,
      String query,
      Optional<MediaDecision> decision,
      int status,
      Duration took,
      String clientIp,
      Instant timestamp) {}

  void write(RequestHead request, int status, Optional<MediaDecision> decision, Duration took) {
    if (!LOG.isInfoEnabled()) {
      return;
    }
    if (waiting.get() >= longestQueue) {
      dropped.increment();
      return;
    }
    waiting.incrementAndGet();
    queue.add(
        new Entry(
            request.method(),
            request.rawPath(),
            request.rawQuery(),
            decision,
            status,
            took,
            origins.clientAddress(request),
            clock.instant()));
  }

  /// How many lines were not written because too many were waiting.
  public long dropped() {
    return dropped.sum();
  }

  /// Gives the lines that wait a moment to be written.
  @Override
  public void close() {
    writer.interrupt();
    try {
      writer.join(LAST_LINES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Looks every moment rather than being woken for every line.
  private void writeAll() {
    boolean goesOn = true;
    while (goesOn) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        goesOn = false;
      }
      writeWaiting();
    }
  }

  private void writeWaiting() {
    StringBuilder lines = new StringBuilder();
    for (Entry entry = queue.poll(); entry != null; entry = queue.poll()) {
      waiting.decrementAndGet();
      appendSafely(entry, lines);
      if (queue.isEmpty() || lines.length() > LONGEST_WRITE) {
        LOG.info("{}", lines);
        lines.setLength(0);
      } else {
        lines.append('\n');
      }
    }
  }

  /// A line that cannot be made must not end all that come after it.
  private void appendSafely(Entry entry, StringBuilder lines) {
    int start = lines.length();
    try {
      append(entry, lines);
    } catch (RuntimeException e) {
      lines.setLength(start);
      dropped.increment();
    }
  }

  private void append(Entry entry, StringBuilder line) {
    line.append("{\"method\":");
    appendText(entry.method(), line);
    line.append(",\"path\":");
    appendText(MaskedTarget.of(entry.rawPath(), entry.query()), line);
    line.append(",\"tokenCode\":");
    entry
        .decision()
        .flatMap(MediaDecision::subject)
        .flatMap(fingerprints::of)
        .ifPresentOrElse(code -> appendText(code, line), () -> line.append("null"));
    line.append(",\"status\":").append(entry.status());
    line.append(",\"responseTimeMs\":").append(entry.took().toMillis());
    line.append(",\"clientIp\":");
    appendText(entry.clientIp(), line);
    line.append(",\"timestamp\":");
    appendText(WireJson.instant(entry.timestamp()), line);
    if (entry.decision().orElse(null) instanceof Refused refused) {
      line.append(",\"reason\":");
      appendText(refused.reason().name().toLowerCase(Locale.ROOT), line);
    }
    line.append('}');
  }

  private static void appendText(String text, StringBuilder line) {
    line.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, line);
    line.append('"');
  }
}
