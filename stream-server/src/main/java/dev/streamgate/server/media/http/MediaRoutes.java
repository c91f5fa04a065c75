package dev.streamgate.server.media.http;

import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.media.HeightLimits;
import dev.streamgate.server.media.MediaAuthorizer;
import dev.streamgate.server.media.MediaDecision;
import dev.streamgate.server.media.MediaDecision.Granted;
import dev.streamgate.server.media.MediaDecision.Refused;
import dev.streamgate.server.media.MediaRequest;
import dev.streamgate.server.media.MediaTarget;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.PathMatcher;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/// `/streams/**` and `/bcdn_token=…/streams/**`: straight from the path to the file, past one
/// decision made in memory.
public final class MediaRoutes {
  private static final Header ALLOWED =
      HeaderValues.createCached(HeaderNames.ALLOW, "GET, HEAD, OPTIONS");

  private final MediaAuthorizer authorizer;
  private final HeightLimits heights;
  private final StreamAnswers answers;
  private final RequestOrigins origins;
  private final RequestCredentials credentials;
  private final CrossOrigin crossOrigin;
  private final MediaObserver observer;

  public MediaRoutes(
      MediaAuthorizer authorizer,
      HeightLimits heights,
      StreamAnswers answers,
      RequestOrigins origins,
      CrossOrigin crossOrigin,
      MediaObserver observer) {
    this.authorizer = authorizer;
    this.heights = heights;
    this.answers = answers;
    this.origins = origins;
    this.credentials = new RequestCredentials(origins);
    this.crossOrigin = crossOrigin;
    this.observer = observer;
  }

  /// Must come before all other routes: what begins with `/streams/` or a directory token is ours,
  /// however it goes on.
  public void routing(HttpRouting.Builder routing) {
    PathMatcher streams = new MediaPathMatcher();
    routing
        .route(Method.GET, streams, this::deliver)
        .route(Method.HEAD, streams, this::deliver)
        .route(Method.OPTIONS, streams, this::answerPreflight)
        .route(method -> true, streams, this::refuseMethod);
  }

  private void deliver(ServerRequest request, ServerResponse response) {
    crossOrigin.allow(request, response);
    MediaTarget target = MediaTarget.of(request.prologue().uriPath().rawPath());
    MediaDecision decision =
        heights.limit(
            authorizer.decide(
                credentials.of(request, target),
                new MediaRequest(
                    target.rawPath(), isHead(request), () -> origins.clientAddress(request))));
    observer.decided(decision);
    observer.observe(
        request, response, Optional.of(decision), () -> answer(decision, request, response));
  }

  private void answerPreflight(ServerRequest request, ServerResponse response) {
    crossOrigin.allow(request, response);
    crossOrigin.allowAhead(request, response);
    response.status(Status.NO_CONTENT_204).header(ALLOWED);
    observer.observe(request, response, Optional.empty(), response::send);
  }

  private void refuseMethod(ServerRequest request, ServerResponse response) {
    crossOrigin.allow(request, response);
    response.header(ALLOWED);
    observer.observe(
        request, response, Optional.empty(), () -> Refusal.WRONG_METHOD.send(request, response));
  }

  private void answer(MediaDecision decision, ServerRequest request, ServerResponse response) {
    switch (decision) {
      case Refused refused -> Refusal.of(refused.reason()).send(request, response);
      case Granted granted -> answers.send(granted, request, response);
    }
  }

  private static boolean isHead(ServerRequest request) {
    return request.prologue().method().equals(Method.HEAD);
  }
}
