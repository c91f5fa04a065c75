package dev.streamgate.server.content.http;

import dev.streamgate.model.content.ContentData;
import dev.streamgate.server.foundation.BreakdownCode;
import dev.streamgate.server.foundation.JsonHttp;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// What all answers of the content API have in common (API §1.1).
final class ContentAnswers {
  private ContentAnswers() {}

  static void send(ServerRequest request, ServerResponse response, Object data) {
    JsonHttp.send(request, response, ContentData.of(data));
  }

  /// The handler, whose breakdowns go by a name of their own.
  static Handler failingAs(String code, Handler handler) {
    BreakdownCode breakdown = new BreakdownCode(code);
    return (request, response) -> {
      request.context().register(breakdown);
      handler.handle(request, response);
    };
  }
}
