package dev.streamgate.server.foundation;

import dev.streamgate.server.foundation.http1.Answer;
import dev.streamgate.server.foundation.http1.AnswerSink;
import dev.streamgate.server.foundation.http1.DirectHandler;
import dev.streamgate.server.foundation.http1.HeaderLine;
import dev.streamgate.server.foundation.http1.RequestHead;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What stands around a direct handler, as the filters stand around the routes: headers, gate and
/// errors.
public final class DirectFilters implements DirectHandler {
  private static final Logger LOG = LoggerFactory.getLogger(DirectFilters.class);

  private final DirectHandler handler;
  private final SecurityHeaders security;
  private final Optional<HttpsOnly> httpsOnly;

  public DirectFilters(
      DirectHandler handler, SecurityHeaders security, Optional<HttpsOnly> httpsOnly) {
    this.handler = handler;
    this.security = security;
    this.httpsOnly = httpsOnly;
  }

  @Override
  public boolean takes(String rawPath) {
    return handler.takes(rawPath);
  }

  @Override
  public void answer(RequestHead request, AnswerSink sink) throws IOException {
    SecuredSink secured = new SecuredSink(sink, security.of(request));
    if (httpsOnly.isPresent() && httpsOnly.get().concerns(request)) {
      secured.send(Answer.error(Status.FORBIDDEN_403.code(), HttpsOnly.REFUSAL));
      return;
    }
    try {
      handler.answer(request, secured);
    } catch (IOException | RuntimeException | Error e) {
      if (secured.begun) {
        throw e;
      }
      FailureLog.tell(LOG, "answering " + request.method(), e);
      secured.send(ProblemResponses.breakdown());
    }
  }

  /// Adds the headers that every answer carries, and remembers whether there was one.
  private static final class SecuredSink implements AnswerSink {
    private final AnswerSink sink;
    private final List<HeaderLine> headers;
    private boolean begun;

    SecuredSink(AnswerSink sink, List<HeaderLine> headers) {
      this.sink = sink;
      this.headers = headers;
    }

    @Override
    public void send(Answer answer) throws IOException {
      begun = true;
      sink.send(answer.with(headers));
    }
  }
}
