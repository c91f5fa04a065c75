package dev.streamgate.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.SignInRequest;
import dev.streamgate.model.staff.SignInResponse;
import dev.streamgate.model.tickets.GenerateRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Staff at a server, by plain HTTP.
final class StaffClient implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String server;
  private final String token;

  StaffClient(String server, String password) {
    this.server = server;
    HttpRequest signIn =
        HttpRequest.newBuilder(URI.create(server + "/api/admin/login"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(WireJson.bytes(new SignInRequest(null, password))))
            .build();
    this.token = WireJson.readData(send(signIn).body(), SignInResponse.class).token();
  }

  /// Creates an event that runs for years.
  String createEvent() {
    EventRequest event =
        new EventRequest(
            "Durable",
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
    return WireJson.readData(post("/api/admin/events", event).body(), EventResponse.class).id();
  }

  /// Makes tickets for an event.
  ///
  /// @return the id of each ticket by its code
  Map<String, String> generateTickets(String event, int count) {
    Map<String, String> tickets = new LinkedHashMap<>();
    data(send(generation(event, count)))
        .forEach(ticket -> tickets.put(ticket.path("code").asText(), ticket.path("id").asText()));
    return tickets;
  }

  /// Revokes or reinstates a ticket, deactivates or reactivates an event.
  ///
  /// @return the number of the change
  long patch(String path) {
    HttpRequest request = request(path).method("PATCH", BodyPublishers.ofString("{}")).build();
    return data(send(request)).path("change").path("seq").asLong();
  }

  /// Frees a session or deletes an event.
  ///
  /// @return the number of the change
  long delete(String path, String... headers) {
    HttpRequest.Builder request = request(path).DELETE();
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request.build()).headers().firstValueAsLong("X-Change-Seq").orElseThrow();
  }

  /// What is behind `data` of a GET.
  JsonNode get(String path) {
    return data(send(request(path).GET().build()));
  }

  /// What is behind `data` of the answer to a POST.
  JsonNode ask(String path, Object body) {
    return data(post(path, body));
  }

  void put(String path, Object body) {
    send(request(path).PUT(BodyPublishers.ofByteArray(WireJson.bytes(body))).build());
  }

  /// The answer, whatever it is.
  ///
  /// @param body what is sent, unless the method is GET
  HttpResponse<byte[]> call(String method, String path, Object body) {
    return send(
        request(path)
            .method(
                method,
                method.equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(WireJson.bytes(body)))
            .build());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static JsonNode data(HttpResponse<byte[]> answer) {
    return WireJson.tree(answer.body()).path("data");
  }

  /// The status of an answer to a viewer.
  int watch(String path) {
    return send(HttpRequest.newBuilder(URI.create(server + path)).build()).statusCode();
  }

  /// Asks for a seat as a viewer does.
  HttpRequest redemption(String code) {
    return HttpRequest.newBuilder(URI.create(server + "/api/tokens/validate"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(WireJson.bytes(Map.of("code", code))))
        .build();
  }

  /// The id of the session that was given; empty if none was, or the server ended before.
  Optional<String> seat(HttpRequest redemption) {
    try {
      HttpResponse<byte[]> answer = send(redemption);
      return answer.statusCode() == 200
          ? Optional.of(WireJson.tree(answer.body()).path("sessionId").asText())
          : Optional.empty();
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private HttpRequest generation(String event, int count) {
    GenerateRequest order = new GenerateRequest(count, null, null, null, null, null, null);
    return request("/api/admin/events/" + event + "/tokens/generate")
        .POST(BodyPublishers.ofByteArray(WireJson.bytes(order)))
        .build();
  }

  private HttpResponse<byte[]> post(String path, Object body) {
    return send(request(path).POST(BodyPublishers.ofByteArray(WireJson.bytes(body))).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + path))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("calling " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
