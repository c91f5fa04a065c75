package dev.streamgate.server;

import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.MediaConfig;
import dev.streamgate.server.foundation.RepeatedTasks;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.http1.DirectHandler;
import dev.streamgate.server.media.Arrivals;
import dev.streamgate.server.media.ContentSource;
import dev.streamgate.server.media.CredentialProofs;
import dev.streamgate.server.media.FallbackPlaylist;
import dev.streamgate.server.media.HeightLimits;
import dev.streamgate.server.media.MediaAuthorizer;
import dev.streamgate.server.media.PlaylistProbe;
import dev.streamgate.server.media.PlaylistReading;
import dev.streamgate.server.media.SourceChain;
import dev.streamgate.server.media.StreamFolders;
import dev.streamgate.server.media.files.HotFiles;
import dev.streamgate.server.media.files.LocalSource;
import dev.streamgate.server.media.http.AccelRedirect;
import dev.streamgate.server.media.http.CacheRoutes;
import dev.streamgate.server.media.http.CrossOrigin;
import dev.streamgate.server.media.http.MediaLog;
import dev.streamgate.server.media.http.MediaMetrics;
import dev.streamgate.server.media.http.MediaObserver;
import dev.streamgate.server.media.http.MediaRoutes;
import dev.streamgate.server.media.http.StreamAnswers;
import io.micrometer.core.instrument.FunctionCounter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Delivery of video. Of the other features it sees only the deny sets and the signing keys.
final class MediaWiring implements AutoCloseable {
  /// Bytes of files that may be held in memory, and how much of it in small machines.
  private static final long MOST_HOT_BYTES = 256L << 20;

  private static final int HOT_SHARE = 8;

  final PlaylistProbe probe;
  final PlaylistReading reading;
  private final MediaConfig config;
  private final StreamFolders folders;
  private final HotFiles hot;
  private final Optional<UpstreamWiring> upstream;
  private final MediaLog log;
  private final MediaRoutes routes;

  /// @param blind whether nothing may be granted, because what is refused is not known well enough
  /// @throws ConfigurationException if the segment cache cannot be opened
  MediaWiring(Core core, StreamFolders folders, BooleanSupplier blind) {
    this.config = core.config.media();
    this.folders = folders;
    hot = new HotFiles(Math.min(MOST_HOT_BYTES, Runtime.getRuntime().maxMemory() / HOT_SHARE));
    upstream = config.cache().map(cache -> new UpstreamWiring(core, cache, folders, hot));
    ContentSource source = source(core.clock);
    probe = new PlaylistProbe(source);
    log = new MediaLog(core.staffSessionKeys.getFirst(), core.origins, core.clock);
    FunctionCounter.builder("streamgate.media.log.dropped", log, MediaLog::dropped)
        .register(core.metrics.registry());
    MediaAuthorizer authorizer =
        new MediaAuthorizer(
            new CredentialProofs(core.tokens, core.addressKeys, core.clock), core.denials, blind);
    HeightLimits heights = new HeightLimits(source, core.clock);
    reading = new PlaylistReading(authorizer, heights, source);
    routes =
        new MediaRoutes(
            authorizer,
            heights,
            new StreamAnswers(
                source,
                new Arrivals(source, core.clock, Thread::sleep),
                core.origins,
                core.mediaOrigin,
                config
                    .accelRedirect()
                    .map(prefix ->
                        new AccelRedirect(prefix, core.config.listener().trustedProxies()))),
            core.origins,
            new CrossOrigin(config.allowedOrigins(), core.mediaOrigin),
            new MediaObserver(log, new MediaMetrics(core.metrics.registry())));
  }

  /// Answers what begins with `/streams/` or a directory token, however it goes on.
  DirectHandler handler() {
    return routes;
  }

  /// The routes of its own besides those.
  void register(RouteTable table) {
    new CacheRoutes(event -> upstream.ifPresent(it -> it.cache.clear(event))).register(table);
  }

  void repeat(RepeatedTasks tasks) {
    upstream.ifPresent(it -> it.repeat(tasks));
  }

  /// Breaks off downloads, writes down what the cache holds and the last lines of the log; nothing
  /// is delivered any more.
  @Override
  public void close() {
    upstream.ifPresent(UpstreamWiring::close);
    log.close();
  }

  /// Whether looking at a stream may mean to wait for another server.
  boolean reachesOut() {
    return config.upstreamOrigin().isPresent() || folders.reachesOut();
  }

  /// Where video comes from, as health tells it (Spec, API §6).
  String mode() {
    if (config.upstreamOrigin().isEmpty()) {
      return "local";
    }
    return config.streamRoot().isPresent() ? "hybrid" : "proxy";
  }

  int cachedEvents() {
    return upstream.map(it -> it.cache.events()).orElse(0);
  }

  int cachedMegabytes() {
    return upstream.map(it -> Math.toIntExact(it.cache.bytes() >> 20)).orElse(0);
  }

  boolean isCacheFailing() {
    return upstream.map(it -> it.cache.isFailing()).orElse(false);
  }

  /// The local folder comes first, and stands by itself while the upstream server is silent.
  private ContentSource source(InstantSource clock) {
    return new SourceChain(
        Stream.concat(
                config.streamRoot().stream()
                    .map(root -> new LocalSource(root, folders, hot, clock)),
                upstream.stream().map(it -> it.source))
            .<ContentSource>map(FallbackPlaylist::new)
            .toList());
  }
}
