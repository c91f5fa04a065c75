package dev.streamgate.server.media.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.http1.RequestHead;
import dev.streamgate.server.media.MediaDecision;
import dev.streamgate.server.media.MediaDecision.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes one JSON line per media request (Spec, media §9). The line is made and written by a
/// thread of its own; if that cannot keep up, lines are dropped and counted, because nobody's video
/// waits for a log.
public final class MediaLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("streamgate.media");
  private static final int LONGEST_QUEUE = 8192;
  private static final Duration LAST_LINES = Duration.ofSeconds(2);

  private final CodeFingerprints fingerprints;
  private final RequestOrigins origins;
  private final InstantSource clock;
  private final LongAdder dropped = new LongAdder();
  private final BlockingQueue<Entry> queue;
  private final Thread writer;

  /// @param logKey makes fingerprints of codes that cannot be guessed back
  public MediaLog(String logKey, RequestOrigins origins, InstantSource clock) {
    this(logKey, origins, clock, LONGEST_QUEUE);
  }

  MediaLog(String logKey, RequestOrigins origins, InstantSource clock, int longestQueue) {
    this.fingerprints = new CodeFingerprints(logKey);
    this.origins = origins;
    this.clock = clock;
    this.queue = new ArrayBlockingQueue<>(longestQueue);
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

  private record Line(
      String method,
      String path,
      @Nullable String tokenCode,
      int status,
      long responseTimeMs,
      String clientIp,
      Instant timestamp,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {}

  void write(RequestHead request, int status, Optional<MediaDecision> decision, Duration took) {
    if (!LOG.isInfoEnabled()) {
      return;
    }
    Entry entry =
        new Entry(
            request.method(),
            request.rawPath(),
            request.rawQuery(),
            decision,
            status,
            took,
            origins.clientAddress(request),
            clock.instant());
    if (!queue.offer(entry)) {
      dropped.increment();
    }
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

  private void writeAll() {
    try {
      while (true) {
        write(queue.take());
      }
    } catch (InterruptedException e) {
      for (Entry last = queue.poll(); last != null; last = queue.poll()) {
        write(last);
      }
    }
  }

  private void write(Entry entry) {
    Line line =
        new Line(
            entry.method(),
            MaskedTarget.of(entry.rawPath(), entry.query()),
            entry.decision().flatMap(MediaDecision::subject).flatMap(fingerprints::of).orElse(null),
            entry.status(),
            entry.took().toMillis(),
            entry.clientIp(),
            entry.timestamp(),
            entry.decision().map(MediaLog::reason).orElse(null));
    LOG.info("{}", new String(WireJson.bytes(line), StandardCharsets.UTF_8));
  }

  private static @Nullable String reason(MediaDecision decision) {
    return decision instanceof Refused refused
        ? refused.reason().name().toLowerCase(Locale.ROOT)
        : null;
  }
}
