package dev.streamgate.server.media.http;

import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.http1.Answer;
import dev.streamgate.server.foundation.http1.AnswerSink;
import dev.streamgate.server.foundation.http1.DirectHandler;
import dev.streamgate.server.foundation.http1.HeaderLine;
import dev.streamgate.server.foundation.http1.RequestHead;
import dev.streamgate.server.media.HeightLimits;
import dev.streamgate.server.media.MediaAuthorizer;
import dev.streamgate.server.media.MediaDecision;
import dev.streamgate.server.media.MediaDecision.Granted;
import dev.streamgate.server.media.MediaDecision.Refused;
import dev.streamgate.server.media.MediaRequest;
import dev.streamgate.server.media.MediaTarget;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/streams/**` and `/bcdn_token=…/streams/**`: straight from the path to the file, past one
/// decision made in memory.
public final class MediaRoutes implements DirectHandler {
  private static final Logger LOG = LoggerFactory.getLogger(MediaRoutes.class);
  private static final List<HeaderLine> ALLOWED =
      List.of(new HeaderLine("Allow", "GET, HEAD, OPTIONS"));

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

  /// What begins with `/streams/` or a directory token is ours, however it goes on. It is looked at
  /// letter by letter: decoded and folded first, `/streams/..%2fapi/…` would be another route's.
  @Override
  public boolean takes(String rawPath) {
    return rawPath.startsWith(StreamPath.PREFIX) || MediaTarget.hasDirectoryToken(rawPath);
  }

  @Override
  public void answer(RequestHead request, AnswerSink sink) throws IOException {
    List<HeaderLine> shared = crossOrigin.headers(request);
    MediaObserver.Watched watched =
        observer.watch(request, answer -> sink.send(answer.with(shared)));
    try (watched) {
      answer(request, watched);
    }
  }

  /// A breakdown is answered in here, where the page of another origin may read it, too.
  private void answer(RequestHead request, MediaObserver.Watched watched) throws IOException {
    try {
      switch (request.method()) {
        case "GET", "HEAD" -> deliver(request, watched);
        case "OPTIONS" ->
            watched.send(Answer.withoutBody(204, crossOrigin.headersAhead(request)).with(ALLOWED));
        default -> watched.send(Refusals.WRONG_METHOD.with(ALLOWED));
      }
    } catch (IOException | RuntimeException e) {
      if (watched.hasAnswered()) {
        throw e;
      }
      LOG.error("answering {} failed", request.method(), e);
      watched.send(Refusals.BREAKDOWN);
    }
  }

  private void deliver(RequestHead request, MediaObserver.Watched watched) throws IOException {
    MediaTarget target = MediaTarget.of(request.rawPath());
    MediaDecision decision =
        heights.limit(
            authorizer.decide(
                credentials.of(request, target),
                new MediaRequest(
                    target.rawPath(), request.isHead(), () -> origins.clientAddress(request))));
    watched.decided(decision);
    switch (decision) {
      case Refused refused -> watched.send(Refusals.of(refused.reason()));
      case Granted granted -> answers.send(granted, request, watched);
    }
  }
}
