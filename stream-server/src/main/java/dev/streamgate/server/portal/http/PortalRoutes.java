package dev.streamgate.server.portal.http;

import dev.streamgate.model.playback.PortalConfigResponse;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.MediaOrigin;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.portal.CodeStyles;
import dev.streamgate.server.portal.PortalFile;
import dev.streamgate.server.portal.PortalSettings;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// The portal's configuration and its files; each file is a route of its own, so nothing else of
/// the class path can be asked for.
public final class PortalRoutes {
  private static final HeaderName PAGE_POLICY = HeaderNames.create("Content-Security-Policy");

  private final Supplier<PortalSettings> settings;
  private final CodeStyles styles;
  private final List<PortalFile> files;
  private final RequestOrigins origins;
  private final MediaOrigin mediaOrigin;
  private final InstantSource clock;

  /// @param settings those in force when it is asked
  /// @param origins under which the portal is found
  /// @param mediaOrigin where the video comes from
  public PortalRoutes(
      Supplier<PortalSettings> settings,
      CodeStyles styles,
      List<PortalFile> files,
      RequestOrigins origins,
      MediaOrigin mediaOrigin,
      InstantSource clock) {
    this.settings = settings;
    this.styles = styles;
    this.files = List.copyOf(files);
    this.origins = origins;
    this.mediaOrigin = mediaOrigin;
    this.clock = clock;
  }

  public void register(RouteTable routes) {
    routes.get("/api/portal/config", Access.ANYBODY, this::config);
    for (PortalFile file : files) {
      routes.get(
          "/" + file.path(), Access.ANYBODY, (request, response) -> send(file, request, response));
      if (file.isStartPage()) {
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
            now.languages(),
            mediaOrigin.of(request),
            origins.origin(request)));
  }

  private void send(PortalFile file, ServerRequest request, ServerResponse response) {
    if (file.isPage()) {
      response.header(PAGE_POLICY, PagePolicy.of(mediaOrigin.elsewhere(request)));
    }
    FileAnswers.send(file, request, response);
  }
}
