package dev.streamgate.server;

import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.MediaConfig;
import dev.streamgate.server.foundation.MediaConfig.SegmentCacheConfig;
import dev.streamgate.server.foundation.RepeatedTasks;
import dev.streamgate.server.media.SourceMetrics;
import dev.streamgate.server.media.StreamFolders;
import dev.streamgate.server.media.UpstreamAddresses;
import dev.streamgate.server.media.client.HttpUpstream;
import dev.streamgate.server.media.client.NameResolver;
import dev.streamgate.server.media.client.Patience;
import dev.streamgate.server.media.files.CacheCleaner;
import dev.streamgate.server.media.files.CacheLimits;
import dev.streamgate.server.media.files.HotFiles;
import dev.streamgate.server.media.files.SegmentCache;
import dev.streamgate.server.media.files.UpstreamSource;
import dev.streamgate.server.media.http.SourceCounters;
import io.micrometer.core.instrument.Gauge;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Video of other servers, and the cache that keeps it.
final class UpstreamWiring {
  /// Of the memory, how much may hold segments while the disk takes none.
  private static final int MEMORY_SHARE = 8;

  final SegmentCache cache;
  final UpstreamSource source;
  private final SegmentCacheConfig config;
  private final CacheCleaner cleaner;
  private final HttpUpstream upstream;
  private final ExecutorService downloads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("streamgate-fetch-", 0).factory());
  private final ExecutorService cleaning =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("streamgate-cache").daemon().factory());

  /// @throws ConfigurationException if the cache cannot be opened
  UpstreamWiring(Core core, SegmentCacheConfig config, StreamFolders folders, HotFiles hot) {
    this.config = config;
    cache = open(core, config, folders, hot);
    cleaner = new CacheCleaner(cache, cleaning);
    SourceMetrics metrics = new SourceCounters(core.metrics.registry());
    MediaConfig media = core.config.media();
    upstream =
        new HttpUpstream(NameResolver.ofThisMachine(), vouchedFor(media), Patience.USUAL, metrics);
    UpstreamAddresses addresses = new UpstreamAddresses(media.upstreamOrigin(), folders);
    source = new UpstreamSource(upstream, addresses, cache, cleaner, metrics, downloads);
    Gauge.builder("streamgate.segment.cache.bytes", cache, SegmentCache::bytes)
        .register(core.metrics.registry());
    Gauge.builder("streamgate.segment.cache.failing", cache, it -> it.isFailing() ? 1 : 0)
        .register(core.metrics.registry());
  }

  void repeat(RepeatedTasks tasks) {
    cleaner.queue();
    tasks.every(config.cleanupInterval(), "queueing the clean-up of the cache", cleaner::queue);
    tasks.every(
        Duration.ofMinutes(1), "saving the cache index", () -> cleaning.execute(cache::save));
  }

  void close() {
    downloads.shutdownNow();
    upstream.close();
    cleaning.close();
    cache.save();
  }

  private static SegmentCache open(
      Core core, SegmentCacheConfig config, StreamFolders folders, HotFiles hot) {
    CacheLimits limits =
        new CacheLimits(
            config.maxBytes(), config.maxAge(), Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
    try {
      if (core.config.media().upstreamOrigin().isPresent()) {
        Files.createDirectories(config.root()); // now rather than in the middle of a show
      }
      return SegmentCache.open(config.root(), limits, folders, core.clock, hot);
    } catch (IOException e) {
      throw ConfigurationException.of(
          "Configuration error: SEGMENT_CACHE_ROOT must be a directory that can be written: "
              + config.root()
              + ".");
    }
  }

  /// The operator's own origin may be anywhere.
  private static List<String> vouchedFor(MediaConfig media) {
    Optional<String> origin = media.upstreamOrigin().map(it -> URI.create(it).getHost());
    return Stream.concat(media.upstreamAllowedHosts().stream(), origin.stream()).toList();
  }
}
