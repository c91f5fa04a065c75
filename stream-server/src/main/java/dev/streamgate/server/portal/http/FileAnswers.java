package dev.streamgate.server.portal.http;

import dev.streamgate.server.foundation.Body;
import dev.streamgate.server.portal.PortalFile;
import dev.streamgate.server.portal.PortalFile.Packed;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import java.util.regex.Pattern;

/// Sends a file that is held in memory, packed where the asker can unpack it, or says that the
/// asker has it already.
final class FileAnswers {
  private static final Header REVALIDATE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-cache");
  private static final Header FOR_EVER =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");

  private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Accept-Encoding");
  private static final Header GZIP =
      HeaderValues.createCached(HeaderNames.CONTENT_ENCODING, "gzip");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern TAKEN =
      Pattern.compile("\\s*gzip\\s*(;\\s*q\\s*=\\s*(1|0?\\.0*[1-9]).*)?", Pattern.CASE_INSENSITIVE);

  private FileAnswers() {}

  static void send(PortalFile file, ServerRequest request, ServerResponse response) {
    file.packed().ifPresent(packed -> response.header(VARY));
    Optional<Packed> packed = file.packed().filter(content -> takesGzip(request));
    String entityTag = packed.map(Packed::entityTag).orElse(file.entityTag());
    response.header(HeaderNames.ETAG, entityTag).header(file.isImmutable() ? FOR_EVER : REVALIDATE);
    if (isKnown(entityTag, request)) {
      response.status(Status.NOT_MODIFIED_304).send();
      return;
    }
    response.header(HeaderNames.CONTENT_TYPE, file.mediaType());
    packed.ifPresent(content -> response.header(GZIP));
    packed.ifPresentOrElse(
        content -> content.handTo(bytes -> Body.send(request, response, bytes)),
        () -> file.handTo(bytes -> Body.send(request, response, bytes)));
  }

  /// Whether the asker has this very content already: by a list of tags, compared weakly, or by
  /// `*`, which stands for any there is (RFC 9110 §13.1.2).
  private static boolean isKnown(String entityTag, ServerRequest request) {
    return request.headers().values(HeaderNames.IF_NONE_MATCH).stream()
        .flatMap(value -> COMMA.splitAsStream(value))
        .map(String::strip)
        .map(known -> known.startsWith("W/") ? known.substring(2) : known)
        .anyMatch(known -> known.equals("*") || known.equals(entityTag));
  }

  /// Whether the asker names gzip, and not with a weight of nothing (RFC 9110 §12.5.3).
  private static boolean takesGzip(ServerRequest request) {
    return request.headers().values(HeaderNames.ACCEPT_ENCODING).stream()
        .flatMap(value -> COMMA.splitAsStream(value))
        .anyMatch(coding -> TAKEN.matcher(coding).matches());
  }
}
