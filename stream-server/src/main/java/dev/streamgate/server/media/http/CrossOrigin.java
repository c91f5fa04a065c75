package dev.streamgate.server.media.http;

import dev.streamgate.server.foundation.MediaOrigin;
import dev.streamgate.server.foundation.http1.HeaderLine;
import dev.streamgate.server.foundation.http1.RequestHead;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lets the pages of configured origins load streams (API §1.4). Other origins get none of these
/// headers, which is how a browser refuses them.
public final class CrossOrigin {
  private static final HeaderLine VARY = new HeaderLine("Vary", "Origin");
  private static final List<HeaderLine> NOBODY = List.of(VARY);
  private static final HeaderLine EXPOSED =
      new HeaderLine("Access-Control-Expose-Headers", "Content-Length, Content-Range");
  private static final List<HeaderLine> AHEAD =
      List.of(
          new HeaderLine("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"),
          new HeaderLine("Access-Control-Allow-Headers", "Authorization, Range"),
          new HeaderLine("Access-Control-Max-Age", "86400"));

  private final Set<String> allowed;
  private final MediaOrigin own;

  /// @param allowed the origins whose pages may load streams; our own one always may
  public CrossOrigin(Collection<String> allowed, MediaOrigin own) {
    this.allowed = Set.copyOf(allowed);
    this.own = own;
  }

  /// The headers of every answer.
  public List<HeaderLine> headers(RequestHead request) {
    return allowedOrigin(request)
        .map(
            origin -> List.of(VARY, EXPOSED, new HeaderLine("Access-Control-Allow-Origin", origin)))
        .orElse(NOBODY);
  }

  /// What only the answer to a preflight needs.
  public List<HeaderLine> headersAhead(RequestHead request) {
    return allowedOrigin(request).isPresent() ? AHEAD : List.of();
  }

  private Optional<String> allowedOrigin(RequestHead request) {
    return request
        .header("Origin")
        .filter(origin -> allowed.contains(origin) || own.isOwnPage(request, origin));
  }
}
