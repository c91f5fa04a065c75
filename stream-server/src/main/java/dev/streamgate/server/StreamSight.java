package dev.streamgate.server;

import dev.streamgate.server.media.PlaylistState;
import dev.streamgate.server.playback.ProbeTokens;
import dev.streamgate.server.playback.StreamProbe;
import dev.streamgate.server.playback.StreamSighting;
import dev.streamgate.server.playback.client.RemoteStreamProbe;
import java.util.Optional;
import java.util.concurrent.Executor;

/// How the deciding side looks at streams: on this machine's disk, or by asking the media side.
///
/// @param executor where looks are taken; nobody waits for them
/// @param end called when no more looks will be taken
record StreamSight(StreamProbe probe, Executor executor, Runnable end) {
  static StreamSight of(Base base, Optional<MediaWiring> media) {
    return media.map(StreamSight::inProcess).orElseGet(() -> remote(base));
  }

  private static StreamSight inProcess(MediaWiring media) {
    return new StreamSight(
        event -> media.probe.probe(event).map(StreamSight::sighting),
        look -> runOrStart(look, media.reachesOut()),
        () -> {});
  }

  /// If the playlist lies on this machine's disk, looking at once is quicker than being too late.
  private static void runOrStart(Runnable look, boolean mayTakeLong) {
    if (mayTakeLong) {
      start(look);
    } else {
      look.run();
    }
  }

  private static void start(Runnable look) {
    Thread.ofVirtual().name("streamgate-probe").start(look);
  }

  private static StreamSight remote(Base base) {
    RemoteStreamProbe probe =
        new RemoteStreamProbe(
            base.config.portal().mediaBaseUrl().orElseThrow(),
            new ProbeTokens(base.tokens, base.clock));
    return new StreamSight(probe, StreamSight::start, probe::close);
  }

  /// The media side and the playback side each have their own word for what a playlist shows.
  private static StreamSighting sighting(PlaylistState state) {
    StreamSighting.Kind kind =
        switch (state.kind()) {
          case LIVE -> StreamSighting.Kind.LIVE;
          case RECORDING -> StreamSighting.Kind.RECORDING;
          case PARTIAL -> StreamSighting.Kind.PARTIAL;
        };
    return new StreamSighting(kind, Optional.of(state.lastModified()), Optional.of(state.etag()));
  }
}
