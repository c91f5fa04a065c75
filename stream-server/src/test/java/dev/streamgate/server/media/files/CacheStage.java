package dev.streamgate.server.media.files;

import dev.streamgate.server.fixtures.MutableClock;
import dev.streamgate.server.fixtures.UpstreamServer;
import dev.streamgate.server.media.ByteRange;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.ContentRequest;
import dev.streamgate.server.media.DeliveryDirectives;
import dev.streamgate.server.media.MediaPath;
import dev.streamgate.server.media.StreamFolders;
import dev.streamgate.server.media.UpstreamAddresses;
import dev.streamgate.server.media.client.HttpUpstream;
import dev.streamgate.server.media.client.NameResolver;
import dev.streamgate.server.media.client.Patience;
import dev.streamgate.server.media.http.SourceCounters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A cache before a real upstream server, wired as in production but for limits, patience and the
/// cleaner, which works at once.
public final class CacheStage implements AutoCloseable {
  public static final Duration SILENCE = Duration.ofMillis(1500);
  private static final CacheLimits LIMITS = new CacheLimits(1 << 20, Duration.ofDays(3), 16 << 20);

  public final UpstreamServer upstream;
  public final MutableClock clock = MutableClock.atNoon();
  public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  public final SegmentCache cache;
  public final CacheCleaner cleaner;
  public final UpstreamSource source;
  private final HttpUpstream client;
  private final ExecutorService downloads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger underWay = new AtomicInteger();

  public CacheStage(Path root) throws IOException {
    this(root, LIMITS, new UpstreamServer());
  }

  CacheStage(Path root, CacheLimits limits, UpstreamServer upstream) throws IOException {
    this(root, limits, upstream, event -> event.value());
  }

  CacheStage(Path root, CacheLimits limits, UpstreamServer upstream, StreamFolders folders)
      throws IOException {
    this.upstream = upstream;
    cache = SegmentCache.open(root, limits, folders, clock, new HotFiles(1 << 20));
    cleaner = new CacheCleaner(cache, Runnable::run);
    SourceCounters counters = new SourceCounters(meters);
    client =
        new HttpUpstream(
            NameResolver.ofThisMachine(),
            List.of(),
            new Patience(Duration.ofSeconds(2), SILENCE),
            counters);
    source =
        new UpstreamSource(
            client,
            new UpstreamAddresses(Optional.of(upstream.origin()), folders),
            cache,
            cleaner,
            counters,
            this::download);
  }

  /// Waits until every download has ended, and been kept if it is to be.
  public void settle() {
    while (underWay.get() > 0) {
      Thread.onSpinWait();
    }
  }

  private void download(Runnable task) {
    underWay.incrementAndGet();
    downloads.execute(() -> {
      try {
        task.run();
      } finally {
        underWay.decrementAndGet();
      }
    });
  }

  /// The text of a file below `/streams/`; empty if there is none.
  Optional<String> get(String path) throws IOException {
    Optional<Content> found = source.open(path(path));
    return found.isEmpty() ? Optional.empty() : Optional.of(read(found.get()));
  }

  Optional<Content> ask(String path, boolean withoutBody, DeliveryDirectives directives)
      throws IOException {
    return source.open(new ContentRequest(path(path), withoutBody, directives, false));
  }

  static String read(Content content) throws IOException {
    try (content) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      content.copyTo(
          Channels.newChannel(bytes),
          new ByteRange(0, content.knownSize().orElse(Long.MAX_VALUE - 1) - 1));
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  static MediaPath path(String path) {
    return MediaPath.of("/streams/" + path).orElseThrow();
  }

  double count(String result) {
    return meters.counter("streamgate.segment.cache.requests", "result", result).count();
  }

  /// Ends this process's part; what is on the disk stays.
  @Override
  public void close() {
    downloads.shutdownNow();
    client.close();
    cache.save();
    upstream.close();
  }
}
