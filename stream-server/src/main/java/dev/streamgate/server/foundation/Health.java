package dev.streamgate.server.foundation;

import dev.streamgate.model.insight.HealthResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.function.Supplier;

/// Tells anybody whether the server is well (API §6). Asks nothing but memory.
public final class Health {
  private final Supplier<HealthResponse> state;

  public Health(Supplier<HealthResponse> state) {
    this.state = state;
  }

  public void register(RouteTable routes) {
    routes.get("/health", Access.ANYBODY, this::answer);
  }

  private void answer(ServerRequest request, ServerResponse response) {
    JsonHttp.send(request, response, state.get());
  }
}
