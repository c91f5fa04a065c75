package dev.streamgate.server.portal.http;

import dev.streamgate.server.foundation.Body;
import dev.streamgate.server.portal.PortalFile;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// Sends a file that is held in memory, or says that the asker has it already.
final class FileAnswers {
  private static final Header REVALIDATE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-cache");
  private static final Header FOR_EVER =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");

  private FileAnswers() {}

  static void send(PortalFile file, ServerRequest request, ServerResponse response) {
    response
        .header(HeaderNames.ETAG, file.entityTag())
        .header(file.isImmutable() ? FOR_EVER : REVALIDATE);
    if (isKnown(file, request)) {
      response.status(Status.NOT_MODIFIED_304).send();
      return;
    }
    response.header(HeaderNames.CONTENT_TYPE, file.mediaType());
    Body.send(request, response, file.content());
  }

  /// Whether the asker has this very content already (RFC 9110 §13.1.2).
  private static boolean isKnown(PortalFile file, ServerRequest request) {
    return request.headers().values(HeaderNames.IF_NONE_MATCH).stream()
        .anyMatch(known -> known.contains(file.entityTag()));
  }
}
