package dev.streamgate.bench;

import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.staff.SignInRequest;
import dev.streamgate.model.tickets.GenerateRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Staff at the server that is measured.
final class Staff {
  private final String server;
  private final String token;

  Staff(String server, String password) {
    this.server = server;
    this.token =
        WebCalls.post(server + "/api/admin/login", "", new SignInRequest(null, password))
            .path("data")
            .path("token")
            .asText();
  }

  /// Creates an event that takes place now.
  ///
  /// @return its id
  String createEvent() {
    EventRequest event =
        new EventRequest(
            "Benchmark",
            null,
            null,
            null,
            "2020-01-01T00:00:00Z",
            "2040-01-01T00:00:00Z",
            null,
            null,
            null,
            null,
            null);
    return WebCalls.post(server + "/api/admin/events", token, event)
        .path("data")
        .path("id")
        .asText();
  }

  /// Makes so many tickets.
  ///
  /// @return their codes
  List<String> generateTickets(String event, int count) {
    String address = server + "/api/admin/events/" + event + "/tokens/generate";
    List<String> codes = new ArrayList<>();
    while (codes.size() < count) {
      int size = Math.min(GenerateRequest.MAX_COUNT, count - codes.size());
      GenerateRequest order = new GenerateRequest(size, null, null, null, null, null, null);
      WebCalls.post(address, token, order)
          .path("data")
          .forEach(ticket -> codes.add(ticket.path("code").asText()));
    }
    return codes;
  }

  /// Redeems one code.
  ///
  /// @return the playback token
  String redeem(String code) {
    return WebCalls.post(server + "/api/tokens/validate", "", Map.of("code", code))
        .path("playbackToken")
        .asText();
  }
}
