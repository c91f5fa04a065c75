package dev.streamgate.server.media.client;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;

/// Asks nothing over a kept connection on which a server said more than it was asked for: that
/// would be taken for the answer, and be one file under the name of another from then on.
final class CleanConversations extends HttpRequestExecutor {
  /// The shortest there is; a server that goes on talking has done so long before.
  private static final Timeout LOOK = Timeout.ofMilliseconds(1);

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      HttpResponseInformationCallback information,
      HttpContext context)
      throws IOException, HttpException {
    boolean isKept = connection.getEndpointDetails().getRequestCount() > 0;
    if (isKept && connection.isDataAvailable(LOOK)) {
      connection.close();
      throw new NoHttpResponseException("the server said more than it was asked for");
    }
    return super.execute(request, connection, information, context);
  }
}
