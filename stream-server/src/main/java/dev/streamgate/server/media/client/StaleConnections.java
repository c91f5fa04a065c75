package dev.streamgate.server.media.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/// Asks once more where the server has closed a kept connection at the moment of the request, which
/// it may do at any time (RFC 9112 §9.3.1). Nothing else is asked for twice.
final class StaleConnections implements HttpRequestRetryStrategy {

  @Override
  public boolean retryRequest(
      HttpRequest request, IOException failure, int attempt, HttpContext context) {
    boolean closed =
        failure instanceof NoHttpResponseException
            || (failure instanceof SocketException && !(failure instanceof ConnectException));
    return attempt == 1 && closed;
  }

  @Override
  public boolean retryRequest(HttpResponse response, int attempt, HttpContext context) {
    return false;
  }

  @Override
  public TimeValue getRetryInterval(HttpResponse response, int attempt, HttpContext context) {
    return TimeValue.ZERO_MILLISECONDS;
  }
}
