package dev.streamgate.server.media.http;

import dev.streamgate.model.playback.PlaylistKinds;
import dev.streamgate.server.foundation.Body;
import dev.streamgate.server.media.HttpDate;
import dev.streamgate.server.media.PlaylistState;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/// Tells a platform what an event's first media playlist is, in headers alone (Spec, amendments).
final class ProbeAnswer {
  private static final HeaderName KIND = HeaderNames.create(PlaylistKinds.HEADER);
  private static final Header NO_STORE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

  private ProbeAnswer() {}

  static void send(ServerRequest request, ServerResponse response, Optional<PlaylistState> found) {
    response.header(NO_STORE).header(KIND, found.map(ProbeAnswer::kind).orElse(PlaylistKinds.NONE));
    found.ifPresent(state -> {
      response.header(HeaderNames.LAST_MODIFIED, HttpDate.format(state.lastModified()));
      response.header(HeaderNames.ETAG, state.etag());
    });
    Body.send(request, response, new byte[0]);
  }

  private static String kind(PlaylistState state) {
    return switch (state.kind()) {
      case LIVE -> PlaylistKinds.LIVE;
      case RECORDING -> PlaylistKinds.RECORDING;
      case PARTIAL -> PlaylistKinds.NONE;
    };
  }
}
