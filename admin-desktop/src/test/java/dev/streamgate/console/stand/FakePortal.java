package dev.streamgate.console.stand;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.PortalApi;
import dev.streamgate.console.api.ServerAddress;
import dev.streamgate.model.insight.HealthResponse;
import dev.streamgate.model.playback.PortalConfigResponse;
import java.util.List;

/// The portal of the fake server, whose codes are all printed ones unless a test says otherwise.
record FakePortal(FakeServer server) implements PortalApi {
  @Override
  public Answer<PortalConfigResponse> config() {
    return server.answer(
        "config",
        () ->
            Answer.of(
                new PortalConfigResponse(
                    "StreamGate",
                    server.codeStyle,
                    Samples.NOW,
                    null,
                    List.of("en", "de"),
                    "http://localhost:8080",
                    server.portalAddress)));
  }

  @Override
  public Answer<HealthResponse> health(ServerAddress address) {
    return server.answer(
        "health",
        () -> Answer.of(new HealthResponse("ok", 0, "1s", 0, 0, "all", "local", "0.1.0", 0)));
  }

  @Override
  public Answer<Long> watching(ServerAddress address) {
    return server.answer("watching", () -> Answer.of((long) server.sessions.size()));
  }

  @Override
  public ServerAddress ownAddress() {
    return ServerAddress.DEFAULT;
  }

  @Override
  public Answer<ServerAddress> portal() {
    return server.answer(
        "portal", () -> Answer.of(ServerAddress.read(server.portalAddress).orElseThrow()));
  }

  @Override
  public Answer<String> preview(String eventId) {
    return server.answer("preview", () -> Answer.of("http://localhost:8080/#preview"));
  }

  @Override
  public Answer<String> embedLink(String eventId) {
    return server.answer("embed", () -> Answer.of("http://localhost:8080/embed/" + eventId));
  }
}
