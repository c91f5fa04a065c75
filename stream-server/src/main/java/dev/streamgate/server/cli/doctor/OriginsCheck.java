package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.foundation.ServerConfig;
import java.util.List;
import java.util.Optional;

/// Whether browsers on the portal may load video from here, or from where it is.
final class OriginsCheck implements Check {
  private static final String SUBJECT = "CORS origin";
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  private final ServerConfig config;
  private final Web web;

  OriginsCheck(ServerConfig config, Web web) {
    this.config = config;
    this.web = web;
  }

  @Override
  public List<Finding> findings() {
    return List.of(
        switch (config.role()) {
          case ALL -> Finding.ok(SUBJECT, ownAnd());
          case MEDIA -> edge();
          case PLATFORM -> platform();
        });
  }

  private String ownAnd() {
    List<String> more = config.media().allowedOrigins();
    return "the own origin" + (more.isEmpty() ? "" : ", " + String.join(", ", more));
  }

  /// The platform may be known here under an address that no browser uses.
  private Finding edge() {
    List<String> allowed = config.media().allowedOrigins();
    String listed = String.join(", ", allowed);
    Optional<String> platform = config.portal().portalUrl();
    return platform.isPresent() && !allowed.contains(platform.get())
        ? Finding.warn(
            SUBJECT,
            listed + " is not the origin of PLATFORM_APP_URL, " + platform.get(),
            "name the origin that viewers see in their browser's address bar")
        : Finding.ok(SUBJECT, listed);
  }

  private Finding platform() {
    Optional<String> media = config.portal().mediaBaseUrl();
    Optional<String> portal = config.portal().portalUrl();
    if (media.isEmpty() || portal.isEmpty()) {
      return Finding.ok(SUBJECT, "not asked for: PLATFORM_APP_URL does not name the portal");
    }
    return switch (web.preflight(media.get() + "/streams/doctor/stream.m3u8", portal.get())) {
      case Web.Answer.Given given when portal.get().equals(given.headers().get(ALLOWED)) ->
          Finding.ok(SUBJECT, media.get() + " lets " + portal.get() + " load video");
      case Web.Answer.Given _ ->
          Finding.fail(
              SUBJECT,
              media.get() + " does not let " + portal.get() + " load video",
              "name it there as CORS_ALLOWED_ORIGIN");
      case Web.Answer.None none ->
          Finding.fail(
              SUBJECT,
              media.get() + " does not answer: " + none.reason(),
              "correct HLS_SERVER_BASE_URL, or start the servers that deliver video");
    };
  }
}
