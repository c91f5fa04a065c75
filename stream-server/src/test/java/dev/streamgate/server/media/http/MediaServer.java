package dev.streamgate.server.media.http;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.denials.Denials;
import dev.streamgate.server.foundation.DirectFilters;
import dev.streamgate.server.foundation.MediaOrigin;
import dev.streamgate.server.foundation.MediaOrigin.Ports;
import dev.streamgate.server.foundation.ProblemResponses;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.SecurityHeaders;
import dev.streamgate.server.foundation.TrustedProxies;
import dev.streamgate.server.foundation.http1.DirectHandler;
import dev.streamgate.server.foundation.http1.Encryption;
import dev.streamgate.server.foundation.http1.Listener;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.TestTokens;
import dev.streamgate.server.grants.jwt.RememberedTokens;
import dev.streamgate.server.media.Arrivals;
import dev.streamgate.server.media.ContentSource;
import dev.streamgate.server.media.FallbackPlaylist;
import dev.streamgate.server.media.HeightLimits;
import dev.streamgate.server.media.TestCredentials;
import dev.streamgate.server.media.files.HotFiles;
import dev.streamgate.server.media.files.LocalSource;
import io.helidon.webserver.http.HttpRouting;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The real server with `/streams/**` and one other route, on a free port, over a folder of files.
final class MediaServer implements AutoCloseable {
  static final String PORTAL = "https://portal.example.com";
  static final String LOG_KEY = "test-log-key";

  final Denials denials = new Denials();
  final PlaybackTokens tokens =
      new RememberedTokens(TestTokens.tokens(), InstantSource.fixed(TestTokens.NOW), () -> {});
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Listener server;
  private final MediaLog log;

  MediaServer(Path root) {
    this(root, 8192);
  }

  /// @param longestQueue of log lines that wait to be written
  MediaServer(Path root, int longestQueue) {
    this(
        new FallbackPlaylist(
            new LocalSource(
                root, event -> event.value(), new HotFiles(1 << 20), InstantSource.system())),
        longestQueue);
  }

  MediaServer(ContentSource source) {
    this(source, 8192);
  }

  private MediaServer(ContentSource source, int longestQueue) {
    HttpRouting.Builder routing = HttpRouting.builder();
    RequestOrigins origins = new RequestOrigins(new TrustedProxies(List.of()));
    log = new MediaLog(LOG_KEY, origins, TestCredentials.CLOCK, longestQueue);
    routing.addFilter(new SecurityHeaders(origins));
    ProblemResponses.applyTo(routing);
    routing.any("/elsewhere", (request, response) -> response.send("elsewhere"));
    DirectHandler media =
        new DirectFilters(routes(source, origins), new SecurityHeaders(origins), Optional.empty());
    server = open(media, routing);
  }

  private MediaRoutes routes(ContentSource source, RequestOrigins origins) {
    MediaOrigin own =
        new MediaOrigin(origins, Optional.empty(), () -> new Ports(port(), OptionalInt.empty()));
    return new MediaRoutes(
        TestCredentials.authorizer(tokens, denials),
        new HeightLimits(source, TestCredentials.CLOCK),
        new StreamAnswers(
            source,
            new Arrivals(source, InstantSource.system(), Thread::sleep),
            origins,
            own,
            Optional.empty()),
        origins,
        new CrossOrigin(List.of(PORTAL), own),
        new MediaObserver(log, new MediaMetrics(meters)));
  }

  private static Listener open(DirectHandler media, HttpRouting.Builder routing) {
    try {
      Listener listener =
          Listener.open(
              new InetSocketAddress(0), Encryption.NONE, media, routing, InstantSource.system());
      listener.start();
      return listener;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.port();
  }

  /// The address under which this machine reaches it.
  String clientAddress() throws IOException {
    try (Socket socket = new Socket("localhost", port())) {
      return socket.getLocalAddress().getHostAddress();
    }
  }

  /// How many log lines were dropped.
  long droppedLines() {
    return log.dropped();
  }

  String origin() {
    return "http://localhost:" + port();
  }

  /// A viewer's token for `evt-1`.
  String token() {
    return tokens.mint(TestTokens.viewer());
  }

  /// A GET with that token in the header.
  HttpResponse<String> get(String path, String... headers) throws Exception {
    return getWith(TestTokens.viewer(), path, headers);
  }

  HttpResponse<String> getWith(PlaybackTokenClaims claims, String path, String... headers)
      throws Exception {
    return send(request(path, headers).header("Authorization", "Bearer " + tokens.mint(claims)));
  }

  HttpResponse<String> head(String path, String... headers) throws Exception {
    return send(request(path, headers).HEAD().header("Authorization", "Bearer " + token()));
  }

  /// A request with nothing but what is said here.
  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() {
    client.close();
    server.close();
    log.close();
  }
}
