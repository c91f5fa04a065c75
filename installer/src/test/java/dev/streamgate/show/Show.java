package dev.streamgate.show;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.events.EventId;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.playback.TokenValidationResponse;
import dev.streamgate.model.staff.SignInRequest;
import dev.streamgate.model.staff.SignInResponse;
import dev.streamgate.model.tickets.GenerateRequest;
import dev.streamgate.server.Servers;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.cli.StartedPlatform;
import dev.streamgate.server.events.EditOutcome;
import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.staff.bcrypt.BcryptPasswords;
import dev.streamgate.server.tickets.BatchOutcome;
import dev.streamgate.server.tickets.Ticket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// The whole server inside the test, whose clock the test can put forward, and staff who act on it
/// through the API.
final class Show implements AutoCloseable {
  private static final String PASSWORD = "correct horse battery";
  private static final String HASH = new BcryptPasswords().hash(PASSWORD);
  private static final String ORDINARY_TIMEOUT = "60";

  private final MovableClock clock = new MovableClock();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Path streams;
  private final StartedPlatform server;
  private final String staff;

  private Show(Path folder, Map<String, String> settings) {
    streams = folder.resolve("streams");
    ServerConfig config =
        ServerConfig.load(
            new ConfigSources()
                .environment(
                    Map.of(
                        "ADMIN_PASSWORD_HASH",
                        HASH,
                        "DATA_DIR",
                        folder.resolve("data").toString(),
                        "STREAM_ROOT",
                        streams.toString(),
                        "SESSION_TIMEOUT_SECONDS",
                        ORDINARY_TIMEOUT,
                        "PORT",
                        "0",
                        "LOG_LEVEL",
                        "warn"))
                .environment(settings));
    server = new Servers(clock).startPlatform(config);
    staff = signIn();
  }

  /// An event with one ticket.
  ///
  /// @param code as it is printed
  /// @param folder where its video belongs
  record Ticketed(EventId event, String ticket, String code, Path folder) {}

  /// What a viewer gets for a code.
  ///
  /// @param stream address of the playlist
  record Granted(String stream, String token) {}

  /// @param folder holds data and streams
  static Show start(Path folder) {
    return start(folder, Map.of());
  }

  /// @param settings further configuration
  static Show start(Path folder, Map<String, String> settings) {
    return new Show(folder, settings);
  }

  String portal() {
    return "http://localhost:" + server.port() + "/";
  }

  /// An event with a ticket, and no video yet.
  Ticketed announce(Billing billing) {
    if (!(server.events().create(billing.request(clock.instant()), Requester.SYSTEM)
        instanceof EditOutcome.Saved saved)) {
      throw new IllegalStateException("the event was refused: " + billing);
    }
    return ticketFor(saved.event().id());
  }

  /// An event that is over, with the sample video as its recording.
  Ticketed recorded(String title) {
    return recorded(Billing.over(title));
  }

  Ticketed recorded(Billing billing) {
    Ticketed event = announce(billing);
    Recording.of(event.folder());
    return event;
  }

  /// One more ticket for an event.
  Ticketed ticketFor(EventId event) {
    GenerateRequest order = new GenerateRequest(1, "Stalls", null, null, null, null, null);
    if (!(server.tickets().generate(event, order, Requester.SYSTEM)
        instanceof BatchOutcome.Made made)) {
      throw new IllegalStateException("no ticket was made");
    }
    Ticket ticket = made.tickets().getFirst();
    return new Ticketed(
        event, ticket.id(), ticket.code().display(), streams.resolve(event.value()));
  }

  /// Takes a seat without a browser.
  Granted redeem(Ticketed ticketed) {
    TokenValidationResponse granted =
        WireJson.read(
            send(
                HttpRequest.newBuilder(URI.create(portal() + "api/tokens/validate"))
                    .header("Content-Type", "application/json")
                    .POST(
                        BodyPublishers.ofByteArray(WireJson.bytes(Map.of("code", ticketed.code()))))
                    .build()),
            TokenValidationResponse.class);
    return new Granted(granted.playbackBaseUrl() + granted.streamPath(), granted.playbackToken());
  }

  void revoke(Ticketed ticketed) {
    staffCall("PATCH", "tokens/" + ticketed.ticket() + "/revoke");
  }

  /// Ends all sessions of a ticket, as staff do.
  void release(Ticketed ticketed) {
    WireJson.tree(staffCall("GET", "tokens/" + ticketed.ticket() + "/sessions"))
        .path("data")
        .path("sessions")
        .forEach(session -> staffCall("DELETE", "sessions/" + session.path("sessionId").asText()));
  }

  void deactivate(Ticketed ticketed) {
    staffCall("PATCH", "events/" + ticketed.event().value() + "/deactivate");
  }

  /// Lets everybody see the event's preview folder.
  void allowPreview(Ticketed ticketed) {
    staffCall("PUT", "events/" + ticketed.event().value(), "{\"previewEnabled\":true}");
  }

  /// The address at which staff look at an event without a ticket.
  String staffPreview(Ticketed ticketed) {
    return address(staffCall("POST", "events/" + ticketed.event().value() + "/preview", "{}"));
  }

  /// The address of the portal for a frame on somebody's page.
  String embedAddress(Ticketed ticketed) {
    String path = "../v1/content/" + ticketed.event().value() + "/embed-url";
    return address(staffCall("POST", path, "{}"));
  }

  /// How many sessions of a ticket are alive.
  int sessions(Ticketed ticketed) {
    return WireJson.tree(staffCall("GET", "tokens/" + ticketed.ticket() + "/sessions"))
        .path("data")
        .path("count")
        .asInt();
  }

  /// Lets this much time have passed for the server.
  void skip(Duration time) {
    clock.skip(time);
  }

  @Override
  public void close() {
    client.close();
    server.stop();
  }

  private static String address(byte[] answer) {
    JsonNode data = WireJson.tree(answer).path("data");
    return data.path("previewUrl").asText(data.path("url").asText());
  }

  private String signIn() {
    HttpRequest request =
        request("login")
            .POST(BodyPublishers.ofByteArray(WireJson.bytes(new SignInRequest("admin", PASSWORD))))
            .build();
    return WireJson.readData(send(request), SignInResponse.class).token();
  }

  private byte[] staffCall(String method, String path) {
    return staffCall(method, path, "");
  }

  private byte[] staffCall(String method, String path, String body) {
    return send(
        request(path)
            .header("Authorization", "Bearer " + staff)
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(portal() + "api/admin/").resolve(path))
        .header("Content-Type", "application/json");
  }

  private byte[] send(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(request + " was answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException("asking the server as staff", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
