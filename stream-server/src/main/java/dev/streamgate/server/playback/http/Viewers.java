package dev.streamgate.server.playback.http;

import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.sessions.Device;
import dev.streamgate.server.sessions.DeviceKey;
import io.helidon.webserver.http.ServerRequest;
import java.util.Objects;
import java.util.Optional;

/// Names the viewer behind a request, and the device.
public final class Viewers {
  private final Requesters requesters;

  public Viewers(Requesters requesters) {
    this.requesters = requesters;
  }

  public Requester requester(ServerRequest request) {
    return requesters.viewer(request);
  }

  /// The device behind a request.
  ///
  /// @param name what the device calls itself
  public Device device(ServerRequest request, Optional<String> name, Optional<DeviceKey> key) {
    Requester viewer = requester(request);
    return new Device(
        Objects.requireNonNull(viewer.address(), "a request has an address"),
        viewer.userAgent(),
        name.orElse(null),
        key.map(DeviceKey::hash).orElse(null));
  }
}
