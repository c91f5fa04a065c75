package dev.streamgate.server.portal.http;

import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.Body;
import dev.streamgate.server.foundation.MediaOrigin;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.portal.EmbedCheck;
import dev.streamgate.server.portal.PortalFile;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The portal for one event in a frame of another page (API §2.9). Only pages of the allowed
/// origins may show it.
public final class EmbedRoutes {
  private static final HeaderName PAGE_POLICY = HeaderNames.create("Content-Security-Policy");
  private static final HeaderName FRAME_OPTIONS = HeaderNames.create("X-Frame-Options");
  private static final byte[] EXPIRED =
      """
      <!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>StreamGate</title>
          <style>
            body { margin: 0; padding: 2rem; background: #1e1e1e; color: #f5f5f5; font-family: sans-serif }
          </style>
        </head>
        <body>
          <p>This link is no longer valid. Please reload the page that shows it.</p>
          <p lang="de">Dieser Link gilt nicht mehr. Bitte laden Sie die Seite neu, die ihn zeigt.</p>
        </body>
      </html>
      """
          .getBytes(StandardCharsets.UTF_8);

  private final PortalFile page;
  private final EmbedCheck check;
  private final List<String> allowedOrigins;
  private final MediaOrigin mediaOrigin;

  /// @param page the portal's start page
  /// @param allowedOrigins whose pages may show it; embeds are off if there are none
  public EmbedRoutes(
      PortalFile page, EmbedCheck check, List<String> allowedOrigins, MediaOrigin mediaOrigin) {
    this.page = page;
    this.check = check;
    this.allowedOrigins = List.copyOf(allowedOrigins);
    this.mediaOrigin = mediaOrigin;
  }

  public void register(RouteTable routes) {
    routes.get("/embed/{eventId}", Access.SIGNED, this::open);
  }

  /// A browser that knows the policy does not look at the older header; one that does not must not
  /// be kept from showing a page that is permitted.
  private void open(ServerRequest request, ServerResponse response) {
    if (allowedOrigins.isEmpty()) {
      throw Problem.notFound();
    }
    response.header(
        PAGE_POLICY,
        PagePolicy.of(mediaOrigin.elsewhere(request), String.join(" ", allowedOrigins)));
    if (isGood(request)) {
      response.headers().remove(FRAME_OPTIONS);
      FileAnswers.send(page, request, response);
    } else {
      response.status(Status.FORBIDDEN_403);
      response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8");
      response.header(HeaderNames.CACHE_CONTROL, "no-store");
      Body.send(request, response, EXPIRED);
    }
  }

  private boolean isGood(ServerRequest request) {
    return check.isGood(
        request.path().pathParameters().get("eventId"),
        request.query().first("expires").orElse(""),
        request.query().first("token").orElse(""));
  }
}
