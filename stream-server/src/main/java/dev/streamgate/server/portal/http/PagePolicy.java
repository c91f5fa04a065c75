package dev.streamgate.server.portal.http;

import java.util.Optional;

/// What the portal's pages may load and from where (API §1.3; Content Security Policy Level 3).
final class PagePolicy {
  private PagePolicy() {}

  /// @param mediaOrigin where the video comes from, if not from the portal's own origin
  static String of(Optional<String> mediaOrigin) {
    return of(mediaOrigin, "'none'");
  }

  /// @param ancestors the origins whose pages may show it in a frame
  static String of(Optional<String> mediaOrigin, String ancestors) {
    String media = mediaOrigin.map(origin -> " " + origin).orElse("");
    return String.join(
        "; ",
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: https: http:",
        "media-src 'self' blob:" + media,
        "connect-src 'self'" + media,
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors " + ancestors);
  }
}
