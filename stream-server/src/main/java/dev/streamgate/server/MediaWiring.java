package dev.streamgate.server;

import dev.streamgate.server.media.ContentSource;
import dev.streamgate.server.media.FallbackPlaylist;
import dev.streamgate.server.media.MediaAuthorizer;
import dev.streamgate.server.media.PlaylistProbe;
import dev.streamgate.server.media.StreamFolders;
import dev.streamgate.server.media.files.LocalSource;
import dev.streamgate.server.media.http.MediaLog;
import dev.streamgate.server.media.http.MediaMetrics;
import dev.streamgate.server.media.http.MediaObserver;
import dev.streamgate.server.media.http.MediaRoutes;
import io.helidon.webserver.http.HttpRouting;
import java.util.function.BooleanSupplier;

/// Delivery of video. Of the other features it sees only the deny sets and the signing keys.
final class MediaWiring {
  final PlaylistProbe probe;
  private final MediaRoutes routes;

  /// @param blind whether nothing may be granted, because what is refused is not known well enough
  MediaWiring(Core core, StreamFolders folders, BooleanSupplier blind) {
    ContentSource source =
        new FallbackPlaylist(
            new LocalSource(core.config.media().streamRoot().orElseThrow(), folders));
    probe = new PlaylistProbe(source);
    routes =
        new MediaRoutes(
            new MediaAuthorizer(core.tokens, core.denials, blind),
            source,
            core.origins,
            core.mediaOrigin,
            core.config.media().allowedOrigins(),
            new MediaObserver(
                new MediaLog(core.staffSessionKey, core.origins, core.clock),
                new MediaMetrics(core.metrics.registry())));
  }

  /// Must come before all other routes: what begins with `/streams/` is media's, however it goes
  /// on.
  void routing(HttpRouting.Builder routing) {
    routes.routing(routing);
  }
}
