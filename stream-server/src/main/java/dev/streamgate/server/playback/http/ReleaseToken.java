package dev.streamgate.server.playback.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.RequestOrigins;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HttpMediaType;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The token of a release. A closing page can send no headers, so it may also be the body: as text
/// or as JSON (API §2.5).
final class ReleaseToken {
  private ReleaseToken() {}

  static Optional<String> of(ServerRequest request, RequestOrigins origins) {
    return BearerToken.of(request)
        .or(() -> origins.isSameOriginIfSent(request) ? inBody(request) : Optional.empty());
  }

  private static Optional<String> inBody(ServerRequest request) {
    if (JsonHttp.isJson(request)) {
      JsonNode token = JsonHttp.read(request, JsonNode.class).path("token");
      return Optional.ofNullable(token.textValue());
    }
    if (isText(request)) {
      byte[] body = JsonHttp.readBytes(request, JsonHttp.MAX_BODY);
      return Optional.of(new String(body, StandardCharsets.UTF_8).strip())
          .filter(text -> !text.isEmpty());
    }
    return Optional.empty();
  }

  private static boolean isText(ServerRequest request) {
    return request
        .headers()
        .contentType()
        .map(HttpMediaType::mediaType)
        .filter(MediaTypes.TEXT_PLAIN::equals)
        .isPresent();
  }
}
