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

/// Delivery of video. Of the other features it sees only the deny sets and the signing keys.
final class MediaWiring {
  final MediaRoutes routes;
  final PlaylistProbe probe;

  MediaWiring(Base base, StreamFolders folders) {
    ContentSource source = new FallbackPlaylist(new LocalSource(base.config.streamRoot(), folders));
    probe = new PlaylistProbe(source);
    routes =
        new MediaRoutes(
            new MediaAuthorizer(base.tokens, base.denials),
            source,
            base.origins,
            base.config.allowedOrigins(),
            new MediaObserver(
                new MediaLog(base.staffSessionKey, base.origins, base.clock),
                new MediaMetrics(base.metrics.registry())));
  }
}
