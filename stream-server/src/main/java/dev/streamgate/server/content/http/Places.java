package dev.streamgate.server.content.http;

import dev.streamgate.server.foundation.MediaOrigin;
import dev.streamgate.server.foundation.RequestOrigins;
import io.helidon.webserver.http.ServerRequest;

/// The origins under which whoever asks reaches us, and gets the video.
public record Places(RequestOrigins origins, MediaOrigin mediaOrigin) {
  String own(ServerRequest request) {
    return origins.origin(request);
  }

  String media(ServerRequest request) {
    return mediaOrigin.of(request);
  }
}
