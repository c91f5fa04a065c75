package dev.streamgate.server.media.client;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// TLS as the library does it, but the certificates to trust are read when the first connection
/// needs them: most servers only send files, and need not wait for them at their start.
final class TrustOnDemand implements TlsSocketStrategy {
  private @Nullable TlsSocketStrategy strategy;

  @Override
  public SSLSocket upgrade(
      Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
      throws IOException {
    return strategy().upgrade(socket, target, port, attachment, context);
  }

  private synchronized TlsSocketStrategy strategy() {
    TlsSocketStrategy known = strategy;
    if (known == null) {
      known = DefaultClientTlsStrategy.createDefault();
      strategy = known;
    }
    return known;
  }
}
