package dev.streamgate.server;

import dev.streamgate.server.media.Arrivals;
import dev.streamgate.server.media.ContentSource;
import dev.streamgate.server.media.CredentialProofs;
import dev.streamgate.server.media.FallbackPlaylist;
import dev.streamgate.server.media.HeightLimits;
import dev.streamgate.server.media.MediaAuthorizer;
import dev.streamgate.server.media.PlaylistProbe;
import dev.streamgate.server.media.StreamFolders;
import dev.streamgate.server.media.files.LocalSource;
import dev.streamgate.server.media.http.CrossOrigin;
import dev.streamgate.server.media.http.MediaLog;
import dev.streamgate.server.media.http.MediaMetrics;
import dev.streamgate.server.media.http.MediaObserver;
import dev.streamgate.server.media.http.MediaRoutes;
import dev.streamgate.server.media.http.StreamAnswers;
import io.helidon.webserver.http.HttpRouting;
import io.micrometer.core.instrument.FunctionCounter;
import java.util.function.BooleanSupplier;

/// Delivery of video. Of the other features it sees only the deny sets and the signing keys.
final class MediaWiring implements AutoCloseable {
  final PlaylistProbe probe;
  private final MediaLog log;
  private final MediaRoutes routes;

  /// @param blind whether nothing may be granted, because what is refused is not known well enough
  MediaWiring(Core core, StreamFolders folders, BooleanSupplier blind) {
    ContentSource source =
        new FallbackPlaylist(
            new LocalSource(core.config.media().streamRoot().orElseThrow(), folders));
    probe = new PlaylistProbe(source);
    log = new MediaLog(core.staffSessionKey, core.origins, core.clock);
    FunctionCounter.builder("streamgate.media.log.dropped", log, MediaLog::dropped)
        .register(core.metrics.registry());
    routes =
        new MediaRoutes(
            new MediaAuthorizer(
                new CredentialProofs(core.tokens, core.addressKeys, core.clock),
                core.denials,
                blind),
            new HeightLimits(source, core.clock),
            new StreamAnswers(
                source,
                new Arrivals(source, core.clock, Thread::sleep),
                core.origins,
                core.mediaOrigin),
            core.origins,
            new CrossOrigin(core.config.media().allowedOrigins(), core.mediaOrigin),
            new MediaObserver(log, new MediaMetrics(core.metrics.registry())));
  }

  /// Must come before all other routes: what begins with `/streams/` or a directory token is
  /// media's, however it goes on.
  void routing(HttpRouting.Builder routing) {
    routes.routing(routing);
  }

  /// Writes the last lines of the log; nothing is delivered any more.
  @Override
  public void close() {
    log.close();
  }
}
