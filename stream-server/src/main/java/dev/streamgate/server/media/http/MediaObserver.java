package dev.streamgate.server.media.http;

import dev.streamgate.server.foundation.http1.Answer;
import dev.streamgate.server.foundation.http1.AnswerSink;
import dev.streamgate.server.foundation.http1.RequestHead;
import dev.streamgate.server.media.MediaDecision;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Sees every media request to its end, whatever that is: one log line and the counters.
public final class MediaObserver {
  private final MediaLog log;
  private final MediaMetrics metrics;

  public MediaObserver(MediaLog log, MediaMetrics metrics) {
    this.log = log;
    this.metrics = metrics;
  }

  /// Begins to watch a request, and what is sent in answer to it.
  Watched watch(RequestHead request, AnswerSink sink) {
    return new Watched(request, sink);
  }

  /// One request from its beginning to its end. A connection that breaks while the answer is being
  /// sent counts with the status that was sent; any other failure is about to be answered with 500.
  final class Watched implements AnswerSink, AutoCloseable {
    private static final int BROKEN = 500;

    private final RequestHead request;
    private final AnswerSink sink;
    private final long startedAt = System.nanoTime();
    private Optional<MediaDecision> decision = Optional.empty();
    private int status = BROKEN;
    private boolean answered;

    private Watched(RequestHead request, AnswerSink sink) {
      this.request = request;
      this.sink = sink;
    }

    void decided(MediaDecision made) {
      decision = Optional.of(made);
      metrics.countDecision(made);
    }

    boolean hasAnswered() {
      return answered;
    }

    @Override
    public void send(Answer answer) throws IOException {
      answered = true;
      status = answer.status();
      sink.send(answer);
    }

    @Override
    public void close() {
      Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
      metrics.countRequest(request.method(), status, took);
      log.write(request, status, decision, took);
    }
  }
}
