package dev.streamgate.server.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.fixtures.MutableClock;
import dev.streamgate.server.foundation.MediaOrigin;
import dev.streamgate.server.foundation.MediaOrigin.Ports;
import dev.streamgate.server.foundation.ProblemResponses;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.RouteGate;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.TrustedProxies;
import dev.streamgate.server.portal.PortalFile;
import dev.streamgate.server.portal.PortalSettings;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalRoutesTest {
  private static final String SCRIPT = "assets/index-DiwrgTda.js";
  private static final String LONG_SCRIPT = "assets/visit-DiwrgTda.js";
  private static final String LONG_CONTENT = "play();".repeat(1000);
  private static final String FONT = "assets/inter-DiwrgTda.woff2";

  private boolean allPrint = true;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server = start();

  @AfterEach
  void close() {
    server.stop();
    client.close();
  }

  @Test
  void thePortalIsToldWhatItNeeds() throws IOException, InterruptedException {
    HttpResponse<String> answer = get("/api/portal/config");

    assertThat(answer.body())
        .isEqualTo(
            """
            {"appName":"StreamGate","codeStyle":"print","serverTime":"2026-03-10T12:00:00.000Z",\
            "supportContact":null,"languages":["en","de"],"playbackBaseUrl":"https://media.example",\
            "portalBaseUrl":"http://127.0.0.1:%d"}\
            """
                .formatted(server.port()));
    allPrint = false;
    assertThat(get("/api/portal/config").body()).contains("\"codeStyle\":\"any\"");
  }

  @Test
  void theStartPageIsAskedForAnewAndMayLoadFromTheMediaOrigin()
      throws IOException, InterruptedException {
    HttpResponse<String> answer = get("/");

    assertThat(answer.body()).isEqualTo("<html>");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .contains(
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:"
                + " http:; media-src 'self' blob: https://media.example; connect-src 'self'"
                + " https://media.example; worker-src 'self' blob:; object-src 'none'; base-uri"
                + " 'none'; form-action 'self'; frame-ancestors 'none'");
  }

  @Test
  void hashedFilesMayBeKeptForEver() throws IOException, InterruptedException {
    HttpResponse<String> answer = get("/" + SCRIPT);

    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("text/javascript; charset=utf-8");
    assertThat(answer.headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
    assertThat(answer.headers().firstValue("Content-Security-Policy")).isEmpty();
  }

  @Test
  void whatTheBrowserHasIsNotSentAgain() throws IOException, InterruptedException {
    String tag = get("/").headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> answer = send(request("/").header("If-None-Match", tag));

    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("ETag")).contains(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "\"other\", %s", "W/%s", "\"a\",%s,\"b\""})
  void whatTheBrowserHasIsSaidInSeveralWays(String form) throws IOException, InterruptedException {
    String tag = get("/" + FONT).headers().firstValue("ETag").orElseThrow();

    assertThat(send(request("/" + FONT).header("If-None-Match", form.formatted(tag))).statusCode())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"other\"", "x%sx", ""})
  void whatTheBrowserHasNotIsSent(String form) throws IOException, InterruptedException {
    String tag = get("/" + FONT).headers().firstValue("ETag").orElseThrow();

    assertThat(send(request("/" + FONT).header("If-None-Match", form.formatted(tag))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void theBytesOfAFileAreNotCopiedForEachAnswer() {
    PortalFile file = file(LONG_SCRIPT, LONG_CONTENT);
    List<byte[]> sent = new ArrayList<>();

    file.handTo(sent::add);
    file.handTo(sent::add);
    file.packed().orElseThrow().handTo(sent::add);
    file.packed().orElseThrow().handTo(sent::add);

    assertThat(sent.get(0)).isSameAs(sent.get(1));
    assertThat(sent.get(2)).isSameAs(sent.get(3));
  }

  @Test
  void textIsPackedForThoseWhoUnpackIt() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = getPacked(LONG_SCRIPT, "br, gzip;q=0.8");

    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(answer.body().length).isLessThan(LONG_CONTENT.length() / 10);
    try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(content.readAllBytes()).asString().isEqualTo(LONG_CONTENT);
    }
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(
            send(request("/" + LONG_SCRIPT)
                    .header("Accept-Encoding", "gzip")
                    .header("If-None-Match", tag))
                .statusCode())
        .isEqualTo(304);
    assertThat(get("/" + LONG_SCRIPT).headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip;q=0", "gzip; q=0.000", "br", "notgzip", "identity"})
  void whoDoesNotTakeItPackedGetsItAsItIs(String encodings)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = getPacked(LONG_SCRIPT, encodings);

    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(answer.body()).asString().isEqualTo(LONG_CONTENT);
  }

  @Test
  void whatGainsNothingIsNotPacked() throws IOException, InterruptedException {
    assertThat(getPacked(SCRIPT, "gzip").headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(getPacked(FONT, "gzip").headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void nothingElseIsServed() throws IOException, InterruptedException {
    for (String path : List.of("/assets/", "/assets/other.js", "/application.yaml", "/%2e%2e/x")) {
      HttpResponse<String> answer = get(path);

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo("{\"error\":\"Not found\"}");
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private HttpResponse<byte[]> getPacked(String path, String encodings)
      throws IOException, InterruptedException {
    return client.send(
        request("/" + path).header("Accept-Encoding", encodings).build(),
        BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private WebServer start() {
    RouteTable table = new RouteTable();
    RequestOrigins origins = new RequestOrigins(new TrustedProxies(List.of()));
    new PortalRoutes(
            () -> new PortalSettings("StreamGate", Optional.empty(), List.of("en", "de")),
            () -> allPrint,
            List.of(
                file("index.html", "<html>"),
                file(SCRIPT, "run()"),
                file(LONG_SCRIPT, LONG_CONTENT),
                file(FONT, LONG_CONTENT)),
            origins,
            new MediaOrigin(
                origins,
                Optional.of("https://media.example"),
                () -> new Ports(0, OptionalInt.empty())),
            MutableClock.atNoon())
        .register(table);
    RouteGate gate =
        new RouteGate(
            request -> Optional.empty(),
            "key",
            new RequestOrigins(new TrustedProxies(List.of()), Optional.empty()));
    HttpRouting.Builder routing = HttpRouting.builder();
    ProblemResponses.applyTo(routing);
    table.applyTo(routing, gate);
    routing.any(gate::refusePath);
    return WebServer.builder().host("127.0.0.1").port(0).addRouting(routing).build().start();
  }

  private static PortalFile file(String path, String content) {
    return new PortalFile(path, content.getBytes(StandardCharsets.UTF_8));
  }
}
