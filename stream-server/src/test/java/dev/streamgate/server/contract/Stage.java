package dev.streamgate.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.RunningServer;
import dev.streamgate.server.staff.StaffAccount;
import dev.streamgate.server.staff.bcrypt.BcryptPasswords;
import dev.streamgate.server.staff.db.JdbcStaffStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// The wired server behind a proxy, and what cases need to be there before they ask. Every request
/// comes from an address of its own unless it names one, so that no limit is reached by accident;
/// one that names the address `""` comes without a proxy.
final class Stage implements AutoCloseable {
  static final String PASSWORD = "a password for the contract";
  static final String TITLE = "Contract Night";

  private static final String HASH = new BcryptPasswords().hash(PASSWORD);
  private static final String FORWARDED = "X-Forwarded-For";
  private static final String PLAYLIST =
      """
      #EXTM3U
      #EXT-X-VERSION:3
      #EXT-X-TARGETDURATION:4
      #EXTINF:4,
      segment-0.ts
      #EXT-X-ENDLIST
      """;

  private final Path folder;
  private final RunningServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger addresses = new AtomicInteger();
  private final List<InputStream> followed = new ArrayList<>();
  private String newcomer = "";

  Stage(Path folder) {
    this.folder = folder;
    this.server =
        RunningServer.start(
            folder,
            Map.of(
                "TRUSTED_PROXIES", "127.0.0.1,::1",
                "ADMIN_PASSWORD_HASH", HASH,
                "APP_NAME", "Contract",
                "EMBED_ALLOWED_ORIGINS", "https://club.example"));
  }

  /// A ticket that was made.
  record Ticket(String id, String code, String event) {}

  /// A device that was let in.
  record Seat(String token, String session) {}

  RunningServer server() {
    return server;
  }

  Answer send(Ask ask) {
    Ask sent = ask.headerIfAny(FORWARDED).isPresent() ? ask : ask.from(newAddress());
    HttpRequest request = sent.request().uri(URI.create(server.url(sent.target()))).build();
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      return Answer.read(response);
    } catch (IOException e) {
      throw new UncheckedIOException("asking " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("asking " + request.uri().getPath(), e);
    }
  }

  /// Asks for an answer that does not end, and stays until the stage is closed.
  void follow(Ask ask) {
    HttpRequest request =
        ask.from(newAddress()).request().uri(URI.create(server.url(ask.target()))).build();
    try {
      followed.add(client.send(request, BodyHandlers.ofInputStream()).body());
    } catch (IOException e) {
      throw new UncheckedIOException("following " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("following " + request.uri().getPath(), e);
    }
  }

  String newAddress() {
    int number = addresses.incrementAndGet();
    return "10.1." + number / 250 + "." + (number % 250 + 1);
  }

  String owner() {
    return server.tokenOf(StaffRole.OWNER);
  }

  String manager() {
    return server.tokenOf(StaffRole.MANAGER);
  }

  String door() {
    return server.tokenOf(StaffRole.DOOR);
  }

  /// The request as a program on the server's machine sends it, which has read its secret.
  Ask command(Ask ask) {
    return ask.from("").header(ServerContact.SECRET_HEADER, server.contact().secret());
  }

  /// The sign-in of a new account that need not change its password.
  String colleague() {
    return signIn(account(false));
  }

  /// The sign-in of an account that must change its password.
  String newcomer() {
    if (newcomer.isEmpty()) {
      newcomer = signIn(account(true));
    }
    return newcomer;
  }

  /// The sign-in of `admin`, whose password is in the configuration.
  String admin() {
    return signIn("admin");
  }

  /// The id of a new account.
  String colleagueId() {
    return account(false);
  }

  /// The id of `admin`.
  String adminId() {
    Answer list = send(Ask.of("GET", "/api/admin/staff").bearer(owner()));
    for (JsonNode account : expect(200, list).path("data")) {
      if (account.path("username").asText().equals("admin")) {
        return account.path("id").asText();
      }
    }
    throw new IllegalStateException("there is no admin");
  }

  /// An event that runs for years.
  String event() {
    return event(Map.of());
  }

  /// An event that runs for years, unless these fields say otherwise.
  String event(Map<String, ?> fields) {
    Map<String, Object> event = new TreeMap<>(fields);
    event.putIfAbsent("title", TITLE);
    event.putIfAbsent("startsAt", "2020-01-01T00:00:00Z");
    event.putIfAbsent("endsAt", "2040-01-01T00:00:00Z");
    return staff("POST", "/api/admin/events", event).at("/data/id").asText();
  }

  /// An event whose tickets have expired.
  String pastEvent() {
    return event(Map.of("endsAt", "2020-01-02T00:00:00Z"));
  }

  /// An event with the item `later`, which opens in years.
  String eventWithLockedItem() {
    String event = event();
    openItem(event, "2039-01-01T00:00:00Z");
    return event;
  }

  /// Lets the item `later` of an event open at an instant.
  void openItem(String event, String availableAt) {
    Map<String, ?> item = Map.of("item", "later", "availableAt", availableAt);
    staff("PUT", "/api/admin/events/" + event + "/items", Map.of("items", new Object[] {item}));
  }

  Ticket ticket(String event) {
    return ticket(event, Map.of());
  }

  Ticket ticket(String event, Map<String, ?> fields) {
    Map<String, Object> order = new TreeMap<>(fields);
    order.put("count", 1);
    JsonNode made =
        staff("POST", "/api/admin/events/" + event + "/tokens/generate", order).at("/data/0");
    return new Ticket(made.path("id").asText(), made.path("code").asText(), event);
  }

  /// A device that watches an event of its own.
  Seat seat() {
    return seat(ticket(event()));
  }

  /// A device that watches with this ticket.
  Seat seat(Ticket ticket) {
    return seat(Map.of("code", ticket.code()));
  }

  Seat seat(Map<String, ?> validation) {
    Ask ask = Ask.of("POST", "/api/tokens/validate").json(json(validation));
    JsonNode admission = expect(200, send(ask));
    return new Seat(admission.path("playbackToken").asText(), admission.path("sessionId").asText());
  }

  /// A device whose seat another one has taken over.
  Seat displacedSeat() {
    Ticket ticket = ticket(event(Map.of("takeover", "counted")));
    Seat first = seat(ticket);
    seat(Map.of("code", ticket.code(), "takeover", true));
    return first;
  }

  /// A device that has left.
  Seat leftSeat() {
    Seat seat = seat();
    expect(200, send(Ask.of("POST", "/api/playback/release").bearer(seat.token())));
    return seat;
  }

  /// Revokes a ticket.
  ///
  /// @return the number of the change
  long revoke(Ticket ticket) {
    return staff("PATCH", "/api/admin/tokens/" + ticket.id() + "/revoke", Map.of())
        .at("/data/change/seq")
        .asLong();
  }

  void deactivate(String event) {
    staff("PATCH", "/api/admin/events/" + event + "/deactivate", Map.of());
  }

  void end(String event) {
    Map<String, ?> fields = Map.of("endsAt", "2020-01-02T00:00:00Z");
    staff("PUT", "/api/admin/events/" + event, fields);
  }

  /// Puts a recording into an event's folder.
  String record(String event) {
    Path streams = folder.resolve("streams").resolve(event);
    try {
      Files.createDirectories(streams);
      Files.writeString(streams.resolve("stream.m3u8"), PLAYLIST);
      Files.writeString(streams.resolve("segment-0.ts"), "a segment of video");
      return event;
    } catch (IOException e) {
      throw new UncheckedIOException("writing a recording", e);
    }
  }

  /// Asks as the manager and expects that it is done.
  JsonNode staff(String method, String path, Map<String, ?> body) {
    Answer answer = send(Ask.of(method, path).bearer(manager()).json(json(body)));
    return expect(answer.status() == 201 ? 201 : 200, answer);
  }

  static String json(Object value) {
    return new String(WireJson.bytes(value), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.close();
  }

  private static JsonNode expect(int status, Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException("setting the stage: " + answer);
    }
    return answer.json();
  }

  private String account(boolean mustChangePassword) {
    String name = UUID.randomUUID().toString();
    new JdbcStaffStore(server.database())
        .insert(
            new StaffAccount(name, name, HASH, StaffRole.MANAGER, mustChangePassword, false),
            InstantSource.system().instant());
    return name;
  }

  private String signIn(String username) {
    Map<String, ?> body = Map.of("username", username, "password", PASSWORD);
    Answer answer = send(Ask.of("POST", "/api/admin/login").json(json(body)));
    return expect(200, answer).at("/data/token").asText();
  }
}
