package dev.streamgate.server.portal.http;

import dev.streamgate.model.playback.PortalConfigResponse;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.Body;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.MediaOrigin;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.portal.CodeStyles;
import dev.streamgate.server.portal.PortalFile;
import dev.streamgate.server.portal.PortalSettings;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// The portal's configuration and its files; each file is a route of its own, so nothing else of
/// the class path can be asked for.
public final class PortalRoutes {
  private static final String START_PAGE = "index.html";
  private static final HeaderName PAGE_POLICY = HeaderNames.create("Content-Security-Policy");
  private static final Header REVALIDATE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-cache");
  private static final Header FOR_EVER =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");

  private final Supplier<PortalSettings> settings;
  private final CodeStyles styles;
  private final List<PortalFile> files;
  private final MediaOrigin mediaOrigin;
  private final InstantSource clock;

  /// @param settings those in force when it is asked
  /// @param mediaOrigin where the video comes from
  public PortalRoutes(
      Supplier<PortalSettings> settings,
      CodeStyles styles,
      List<PortalFile> files,
      MediaOrigin mediaOrigin,
      InstantSource clock) {
    this.settings = settings;
    this.styles = styles;
    this.files = List.copyOf(files);
    this.mediaOrigin = mediaOrigin;
    this.clock = clock;
  }

  public void register(RouteTable routes) {
    routes.get("/api/portal/config", Access.ANYBODY, this::config);
    for (PortalFile file : files) {
      routes.get(
          "/" + file.path(), Access.ANYBODY, (request, response) -> send(file, request, response));
      if (file.path().equals(START_PAGE)) {
        routes.get("/", Access.ANYBODY, (request, response) -> send(file, request, response));
      }
    }
  }

  private void config(ServerRequest request, ServerResponse response) {
    PortalSettings now = settings.get();
    JsonHttp.send(
        request,
        response,
        new PortalConfigResponse(
            now.appName(),
            styles.areAllPrint() ? "print" : "any",
            clock.instant(),
            now.supportContact().orElse(null),
            now.languages()));
  }

  private void send(PortalFile file, ServerRequest request, ServerResponse response) {
    response
        .header(HeaderNames.ETAG, file.entityTag())
        .header(file.isImmutable() ? FOR_EVER : REVALIDATE);
    if (file.isPage()) {
      response.header(PAGE_POLICY, PagePolicy.of(mediaOrigin.elsewhere(request)));
    }
    if (isKnown(file, request)) {
      response.status(Status.NOT_MODIFIED_304).send();
      return;
    }
    response.header(HeaderNames.CONTENT_TYPE, file.mediaType());
    Body.send(request, response, file.content());
  }

  /// Whether the browser has this very content already (RFC 9110 §13.1.2).
  private static boolean isKnown(PortalFile file, ServerRequest request) {
    return request.headers().values(HeaderNames.IF_NONE_MATCH).stream()
        .anyMatch(known -> known.contains(file.entityTag()));
  }
}
