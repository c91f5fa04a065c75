package dev.streamgate.server.foundation;

import dev.streamgate.server.foundation.http1.RequestHead;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetSocketAddress;
import java.util.List;

/// The head of a request that the server library read.
public record RoutedHead(ServerRequest request) implements RequestHead {

  @Override
  public String method() {
    return request.prologue().method().text();
  }

  @Override
  public String rawPath() {
    return request.prologue().uriPath().rawPath();
  }

  @Override
  public String rawQuery() {
    return request.prologue().query().rawValue();
  }

  @Override
  public List<String> headers(String name) {
    return request.headers().all(HeaderNames.create(name), List::of);
  }

  @Override
  public String authority() {
    return request.requestedUri().authority();
  }

  @Override
  public String peerAddress() {
    return request.remotePeer().address() instanceof InetSocketAddress address
        ? address.getAddress().getHostAddress()
        : request.remotePeer().host();
  }

  @Override
  public boolean isPeerLoopback() {
    return request.remotePeer().address() instanceof InetSocketAddress address
        && address.getAddress().isLoopbackAddress();
  }

  @Override
  public boolean isPeerAtOwnAddress() {
    return request.remotePeer().address() instanceof InetSocketAddress remote
        && request.localPeer().address() instanceof InetSocketAddress local
        && remote.getAddress().equals(local.getAddress());
  }

  @Override
  public int localPort() {
    return request.localPeer().port();
  }

  @Override
  public boolean isSecure() {
    return request.isSecure();
  }
}
