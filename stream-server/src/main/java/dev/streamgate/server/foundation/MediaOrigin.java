package dev.streamgate.server.foundation;

import dev.streamgate.server.foundation.http1.RequestHead;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// The origin from which viewers get the video, and the one they come from: the configured ones, or
/// those of the request with the ports we listen on (Spec, product §7, `HLS_SERVER_BASE_URL`).
public final class MediaOrigin {
  private final RequestOrigins origins;
  private final Optional<String> configured;
  private final Supplier<Ports> ports;

  /// The ports we listen on; no media port if media has none of its own.
  public record Ports(int main, OptionalInt media) {}

  /// @param ports asked while requests are answered, not before
  public MediaOrigin(RequestOrigins origins, Optional<String> configured, Supplier<Ports> ports) {
    this.origins = origins;
    this.configured = configured;
    this.ports = ports;
  }

  /// Where the one who asks gets the video.
  public String of(RequestHead request) {
    return configured.orElseGet(() -> onMediaPort(request));
  }

  public String of(ServerRequest request) {
    return of(new RoutedHead(request));
  }

  /// Like {@link #of}, but only if it is another origin than the one that was asked.
  public Optional<String> elsewhere(ServerRequest request) {
    return Optional.of(of(request)).filter(it -> !it.equalsIgnoreCase(origins.origin(request)));
  }

  /// Whether a page of this origin is one of ours, that may load what this request asks for.
  public boolean isOwnPage(RequestHead request, String origin) {
    return origin.equalsIgnoreCase(origins.origin(request))
        || (cameToMediaPort(request)
            && origin.equalsIgnoreCase(
                WebOrigin.of(origins.origin(request)).onPort(ports.get().main())));
  }

  private String onMediaPort(RequestHead request) {
    String own = origins.origin(request);
    OptionalInt port = ports.get().media();
    return port.isPresent() ? WebOrigin.of(own).onPort(port.getAsInt()) : own;
  }

  private boolean cameToMediaPort(RequestHead request) {
    OptionalInt port = ports.get().media();
    return port.isPresent() && port.getAsInt() == request.localPort();
  }
}
