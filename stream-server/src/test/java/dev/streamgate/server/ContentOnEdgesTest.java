package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a platform gives to partners' players opens on the edges, and ends there: by session, by
/// code and by event.
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
class ContentOnEdgesTest {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private Fleet fleet;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    fleet = Fleet.start(folder);
  }

  @AfterAll
  void stop() {
    fleet.close();
    client.close();
  }

  /// What one player was given: a token, a signed playlist and a child of it, and a signed address,
  /// of two sessions.
  private record Given(
      String event,
      String token,
      String playlist,
      String child,
      String address,
      JsonNode sessions) {}

  @Test
  void revokingASessionEndsWhatItWasGiven() throws Exception {
    ends((staff, given) ->
        given
            .sessions()
            .forEach(session -> ask("revoke-token", Map.of("sessionId", session.asText()))));
  }

  @Test
  void revokingTheCodeEndsEverything() throws Exception {
    ends((staff, given) -> staff.accept("/api/admin/tokens/" + ticketOf(given) + "/revoke"));
  }

  @Test
  void deactivatingTheEventEndsEverything() throws Exception {
    ends((staff, given) -> staff.accept("/api/admin/events/" + given.event() + "/deactivate"));
  }

  @Test
  void previewsOpenOnTheEdgesAndEndThere() throws Exception {
    try (StaffClient staff =
        new StaffClient(fleet.platformProcess().address(), ServerProcess.PASSWORD)) {
      String event = staff.createEvent();
      staff.put("/api/admin/events/" + event, Map.of("previewEnabled", true));
      fleet.addStream(event);
      fleet.addStream(event + "/preview");
      String piece =
          data(ask("playback-token", Map.of("contentId", event, "preview", true)))
              .path("token")
              .asText();
      JsonNode look = preview(staff, event);
      String token = look.path("playbackToken").asText();
      assertThat(look.path("playbackBaseUrl").asText()).isEqualTo(fleet.edgeAddress(0));
      awaitOnEdges(event + "/preview", piece, 200);
      awaitOnEdges(event, token, 200);
      awaitOnEdges(event, piece, 403);
      staff.patch("/api/admin/events/" + event + "/deactivate");
      awaitOnEdges(event + "/preview", piece, 403);
      awaitOnEdges(event, token, 200);
      JsonNode worth = data(ask("validate-token", Map.of("token", token)));
      ask("revoke-token", Map.of("sessionId", worth.at("/payload/sessionId").asText()));
      awaitOnEdges(event, token, 403);
    }
  }

  @Test
  void aLookOfStaffEndsOnTheEdgesWithTheirSignIn() throws Exception {
    try (StaffClient staff =
        new StaffClient(fleet.platformProcess().address(), ServerProcess.PASSWORD)) {
      String event = staff.createEvent();
      fleet.addStream(event);
      String token = preview(staff, event).path("playbackToken").asText();
      awaitOnEdges(event, token, 200);
      staff.ask("/api/admin/logout", Map.of());
      awaitOnEdges(event, token, 403);
    }
  }

  private static JsonNode preview(StaffClient staff, String event) {
    return staff.ask("/api/admin/events/" + event + "/preview", Map.of());
  }

  private void awaitOnEdges(String folder, String token, int status) throws InterruptedException {
    await(
        () ->
            fleet.edgeAddresses().stream()
                .map(edge -> fetch(edge + "/streams/" + folder + "/segment-000.ts", token))
                .map(HttpResponse::statusCode)
                .toList(),
        status);
  }

  private interface End {
    void by(Consumer<String> staff, Given given);
  }

  private void ends(End end) throws Exception {
    try (StaffClient staff =
        new StaffClient(fleet.platformProcess().address(), ServerProcess.PASSWORD)) {
      String event = staff.createEvent();
      fleet.addStream(event);
      String ticket = staff.generateTickets(event, 1).values().iterator().next();
      Given given = given(event, ticket);
      awaitAll(given, 200);
      end.by(path -> staff.patch(path), given);
      awaitAll(given, 403);
      assertThat(fetch(given.playlist(), "").statusCode()).isEqualTo(401);
    }
  }

  private Given given(String event, String ticket) {
    JsonNode token = data(ask("playback-token", Map.of("contentId", event, "viewerId", ticket)));
    HttpResponse<String> playlist = fetch(token.path("hlsUrl").asText(), "");
    assertThat(playlist.statusCode()).as(playlist.body()).isEqualTo(200);
    String child =
        playlist.body().lines().filter(line -> !line.startsWith("#")).findFirst().orElseThrow();
    assertThat(child).startsWith(fleet.edgeAddress(0) + "/streams/" + event + "/segment-000.ts?");
    JsonNode address = data(ask(event + "/signed-url", Map.of("viewerId", ticket)));
    JsonNode sessions = data(get("sessions/" + ticket)).path("sessionIds");
    assertThat(sessions).hasSize(2);
    return new Given(
        event,
        token.path("token").asText(),
        token.path("hlsUrl").asText(),
        child,
        address.path("url").asText(),
        sessions);
  }

  private String ticketOf(Given given) {
    JsonNode worth = data(ask("validate-token", Map.of("token", given.token())));
    return worth.at("/payload/viewerId").asText();
  }

  private void awaitAll(Given given, int status) throws InterruptedException {
    await(() -> statuses(given), status);
  }

  private static void await(Supplier<List<Integer>> statuses, int status)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!statuses.get().stream().allMatch(it -> it == status) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(statuses.get()).containsOnly(status);
  }

  private List<Integer> statuses(Given given) {
    return fleet.edgeAddresses().stream()
        .flatMap(edge ->
            List.of(
                fetch(edge + "/streams/" + given.event() + "/segment-000.ts", given.token()),
                fetch(given.child().replace(fleet.edgeAddress(0), edge), ""),
                fetch(given.address().replace(fleet.edgeAddress(0), edge), ""))
                .stream())
        .map(HttpResponse::statusCode)
        .toList();
  }

  private HttpResponse<String> ask(String path, Map<String, ?> body) {
    return send(request(path).POST(BodyPublishers.ofByteArray(WireJson.bytes(body))));
  }

  private HttpResponse<String> get(String path) {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create(fleet.platformProcess().address() + "/api/v1/content/" + path))
        .header("Content-Type", "application/json")
        .header("X-Internal-Api-Key", Fleet.INTERNAL_KEY);
  }

  private HttpResponse<String> fetch(String address, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode data(HttpResponse<String> answer) {
    return GateCalls.json(answer).path("data");
  }
}
