package dev.streamgate.server.media.http;

import dev.streamgate.server.media.Credential;
import dev.streamgate.server.media.MediaDecision;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.core.instrument.Timer;
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

  void decided(Optional<Credential> credential, MediaDecision decision) {
    metrics.countDecision(credential, decision);
  }

  /// Runs the answer and takes it down. A connection that breaks while the answer is being sent
  /// counts with the status that was sent; any other failure is about to be answered with 500.
  void observe(
      ServerRequest request,
      ServerResponse response,
      Optional<MediaDecision> decision,
      Runnable answer) {
    Timer.Sample sample = metrics.start();
    boolean broken = true;
    try {
      answer.run();
      broken = false;
    } catch (CloseConnectionException e) {
      broken = false;
      throw e;
    } finally {
      int status = (broken ? Status.INTERNAL_SERVER_ERROR_500 : response.status()).code();
      Duration took = metrics.countRequest(sample, request.prologue().method(), status);
      log.write(request, status, decision, took);
    }
  }
}
