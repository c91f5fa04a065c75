package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.insight.ConsoleMessage.TicketChange;
import dev.streamgate.model.insight.ConsoleMessage.Tickets;
import dev.streamgate.model.insight.ConsoleMessage.Warnings;
import dev.streamgate.model.json.WireJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real Caddy, with the configuration of the documentation, in front of a server that is also one
/// of two edges; the other edge does not answer.
@Timeout(120)
class CaddyTest {
  private static final byte[] VIDEO = "0123456789".repeat(100).getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private RunningServer server;
  private DocumentedCaddy caddy;
  private HttpClient client;
  private String event;
  private JsonNode ticket;
  private String token = "";

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.start(folder, Map.of("TRUSTED_PROXIES", "127.0.0.1"));
    caddy =
        DocumentedCaddy.start(
            folder.resolve("caddy"),
            server.port(),
            List.of(server.port(), FreePorts.takeLasting()));
    client = client();
    GateCalls calls = new GateCalls(server);
    event = calls.createEvent("Night", "never");
    ticket = calls.ticket(event, Map.of("count", 1));
    Path streams = Files.createDirectories(folder.resolve("streams").resolve(event));
    Files.write(streams.resolve("0.ts"), VIDEO);
  }

  @AfterEach
  void stop() {
    client.close();
    caddy.close();
    server.close();
  }

  @Test
  void aViewerComesInByHttps() throws Exception {
    HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(caddy.gate() + "/")));
    HttpResponse<String> redirect =
        send(HttpRequest.newBuilder(URI.create(caddy.plainGate() + "/")));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.version()).isEqualTo(Version.HTTP_2);
    assertThat(NginxStage.header(page, "Strict-Transport-Security")).isNotEmpty();
    assertThat(NginxStage.header(validate(), "Set-Cookie")).contains("; Secure;");
    assertThat(redirect.statusCode()).isEqualTo(308);
  }

  @Test
  void anEdgeThatDoesNotAnswerIsPassedOver() throws Exception {
    validate();

    for (int request = 0; request < 5; request++) {
      HttpResponse<String> part = send(media("0.ts").header("Range", "bytes=10-19"));
      assertThat(part.statusCode()).isEqualTo(206);
      assertThat(part.body()).isEqualTo("0123456789");
    }
  }

  @Test
  void aRevokeBitesWithTheNextRequest() throws Exception {
    validate();
    assertThat(send(media("0.ts")).statusCode()).isEqualTo(200);

    revoke();

    assertThat(send(media("0.ts")).statusCode()).isEqualTo(403);
  }

  @Test
  void ofAnEdgeOnlyTheVideoIsThere() throws Exception {
    assertThat(List.of("/", "/api/openapi.yaml", "/metrics", "/x/streams/", "/streams"))
        .allSatisfy(path -> assertThat(mediaStatus(path)).isEqualTo(404));
    assertThat(mediaStatus("/health")).isEqualTo(200);
    assertThat(mediaStatus("/streams/" + event + "/0.ts")).isEqualTo(401);
    assertThat(mediaStatus("/bcdn_token=x/streams/" + event + "/0.ts")).isEqualTo(403);
    assertThat(mediaStatus("/v=1&bcdn_token=x/streams/" + event + "/0.ts")).isEqualTo(403);
  }

  @Test
  void whatConsolesAreToldPassesAtOnce() throws Exception {
    try (TestConsole console =
        new TestConsole(client(), caddy.gate(), new GateCalls(server).owner())) {
      console.next(Warnings.class);
      revoke();

      assertThat(console.next(Tickets.class).tickets())
          .extracting(TicketChange::id)
          .contains(ticket.path("id").asText());
    }
  }

  @Test
  void nothingThatOpensAStreamIsWrittenDown() throws Exception {
    validate();
    server.close();

    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create(caddy.gate() + "/streams/" + event + "/0.ts?__token=" + token));
    assertThat(send(request.header("Authorization", "Bearer " + token)).statusCode())
        .isEqualTo(502);
    String written = caddy.written();
    assertThat(written).contains("http.log.error").doesNotContain(token);
  }

  private HttpClient client() throws Exception {
    return HttpClient.newBuilder().sslContext(caddy.trust()).build();
  }

  private HttpResponse<String> validate() throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(caddy.gate() + "/api/tokens/validate"))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofByteArray(
                        WireJson.bytes(Map.of("code", ticket.path("code").asText())))));
    token = GateCalls.json(answer).path("playbackToken").asText();
    return answer;
  }

  private void revoke() {
    new GateCalls(server)
        .staff("PATCH", "tokens/" + ticket.path("id").asText() + "/revoke", Map.of());
  }

  private HttpRequest.Builder media(String name) {
    return HttpRequest.newBuilder(URI.create(caddy.media() + "/streams/" + event + "/" + name))
        .header("Authorization", "Bearer " + token);
  }

  private int mediaStatus(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(caddy.media() + path))).statusCode();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
