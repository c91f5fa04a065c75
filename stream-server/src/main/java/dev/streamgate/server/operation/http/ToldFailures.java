package dev.streamgate.server.operation.http;

import dev.streamgate.model.problems.ApiErrorResponse;
import dev.streamgate.server.foundation.FailureLog;
import dev.streamgate.server.foundation.FailureReason;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.StorageException;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a program on this machine why its job failed, where that is known: whoever may command a
/// server may know what its log says.
final class ToldFailures {
  private static final Logger LOG = LoggerFactory.getLogger(ToldFailures.class);

  private ToldFailures() {}

  /// The same job, whose failures are told.
  static Handler telling(Handler job) {
    return (request, response) -> {
      try {
        job.handle(request, response);
      } catch (StorageException e) {
        Optional<FailureReason> reason = FailureReason.of(e);
        if (reason.isEmpty()) {
          throw e;
        }
        FailureLog.tell(LOG, "answering " + request.prologue().method(), e);
        throw Problem.of(
            Status.INTERNAL_SERVER_ERROR_500,
            ApiErrorResponse.of(reason.get().text(), reason.get().code()));
      }
    };
  }
}
