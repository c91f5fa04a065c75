package dev.streamgate.server.foundation;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// Sends the body of an answer.
public final class Body {
  private Body() {}

  /// Sends a body, or to HEAD its length only (RFC 9110 §9.3.2). Every answer goes this way: the
  /// library would send a body after the answer to a HEAD, where the next answer belongs.
  public static void send(ServerRequest request, ServerResponse response, byte[] body) {
    if (request.prologue().method().equals(Method.HEAD)) {
      response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(body.length)).send();
    } else {
      response.send(body);
    }
  }
}
