package dev.streamgate.server.playback.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.playback.WatchProgressResponse;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.playback.Progress;
import dev.streamgate.server.playback.ProgressResult;
import dev.streamgate.server.playback.WatchProgress;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// How far a viewer has come: told by the player, asked by the next one (API §2.7).
public final class ProgressRoutes {
  private static final String PATH = "/api/playback/progress";

  private final Progress progress;

  public ProgressRoutes(Progress progress) {
    this.progress = progress;
  }

  public void register(RouteTable routes) {
    routes
        .post(PATH, Access.SELF_VERIFIED, this::report)
        .get(PATH, Access.SELF_VERIFIED, this::ask);
  }

  private void ask(ServerRequest request, ServerResponse response) {
    answer(request, response, progress.of(BearerToken.of(request)));
  }

  private void report(ServerRequest request, ServerResponse response) {
    ProgressResult result =
        progress.report(
            BearerToken.of(request), () -> ProgressBody.of(JsonHttp.read(request, JsonNode.class)));
    answer(request, response, result);
  }

  private static void answer(
      ServerRequest request, ServerResponse response, ProgressResult result) {
    switch (result) {
      case ProgressResult.Known(WatchProgress known) ->
          JsonHttp.send(request, response, responseOf(known));
      case ProgressResult.Unauthorized() -> throw Problem.unauthorized();
      case ProgressResult.SessionLost(var cause) -> throw ViewerProblems.noSession(cause);
      case ProgressResult.Displaced() -> throw ViewerProblems.displaced();
      case ProgressResult.TooMany(var wait) -> throw ViewerProblems.tooManyReports(response, wait);
    }
  }

  private static WatchProgressResponse responseOf(WatchProgress progress) {
    return new WatchProgressResponse(
        true,
        progress.isCompleted(),
        progress.watchedSeconds(),
        progress.lastPositionSeconds(),
        progress.watchCount(),
        progress.durationSeconds());
  }
}
