package dev.streamgate.server.playback.http;

import dev.streamgate.model.playback.TokenRefreshResponse;
import dev.streamgate.model.sessions.HeartbeatResponse;
import dev.streamgate.model.sessions.ReleaseResponse;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.playback.HeartbeatResult;
import dev.streamgate.server.playback.PlaybackPass;
import dev.streamgate.server.playback.Presence;
import dev.streamgate.server.playback.Refresh;
import dev.streamgate.server.playback.RefreshResult;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/// What a watching device tells and asks, with its playback token (API §2.3–2.5).
public final class PlaybackRoutes {
  private final Refresh refresh;
  private final Presence presence;
  private final ViewerCookies cookies;
  private final Viewers viewers;
  private final RequestOrigins origins;

  public PlaybackRoutes(
      Refresh refresh,
      Presence presence,
      ViewerCookies cookies,
      Viewers viewers,
      RequestOrigins origins) {
    this.refresh = refresh;
    this.presence = presence;
    this.cookies = cookies;
    this.viewers = viewers;
    this.origins = origins;
  }

  public void register(RouteTable routes) {
    routes
        .post("/api/playback/refresh", Access.SELF_VERIFIED, this::refresh)
        .post("/api/playback/heartbeat", Access.SELF_VERIFIED, this::heartbeat)
        .post("/api/playback/release", Access.SELF_VERIFIED, this::release);
  }

  private void refresh(ServerRequest request, ServerResponse response) {
    switch (refresh.refresh(
        BearerToken.of(request), viewers.requester(request), cookies.playbackBaseUrl(request))) {
      case RefreshResult.Refreshed(String eventId, PlaybackPass pass) -> {
        cookies.openMedia(request, response, eventId, pass);
        JsonHttp.send(
            request, response, new TokenRefreshResponse(pass.token(), pass.life().toSeconds()));
      }
      case RefreshResult.Unauthorized() -> throw Problem.unauthorized();
      case RefreshResult.Denied(var refusal) -> throw ViewerProblems.denied(refusal);
      case RefreshResult.SessionLost(var cause) -> throw ViewerProblems.sessionLost(cause);
      case RefreshResult.Displaced() -> throw ViewerProblems.displaced();
      case RefreshResult.TooMany(var wait) -> throw ViewerProblems.tooManyRefreshes(response, wait);
    }
  }

  private void heartbeat(ServerRequest request, ServerResponse response) {
    switch (presence.heartbeat(BearerToken.of(request))) {
      case HeartbeatResult.Alive() -> JsonHttp.send(request, response, new HeartbeatResponse(true));
      case HeartbeatResult.Unauthorized() -> throw Problem.unauthorized();
      case HeartbeatResult.SessionLost(var cause) -> throw ViewerProblems.noSession(cause);
      case HeartbeatResult.Displaced() -> throw ViewerProblems.displaced();
    }
  }

  private void release(ServerRequest request, ServerResponse response) {
    Optional<String> token = ReleaseToken.of(request, origins);
    String eventId =
        presence.release(token, viewers.requester(request)).orElseThrow(Problem::unauthorized);
    cookies.closeMedia(request, response, eventId);
    JsonHttp.send(request, response, new ReleaseResponse(true));
  }
}
