package dev.streamgate.server;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.model.staff.SignInRequest;
import dev.streamgate.model.staff.SignInResponse;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.RouteTable.Route;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.staff.StaffAccount;
import dev.streamgate.server.staff.bcrypt.BcryptPasswords;
import dev.streamgate.server.staff.db.JdbcStaffStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The wired server on a free port with a fresh database, and staff of each role on demand.
public final class RunningServer implements AutoCloseable {
  public static final String INTERNAL_KEY = "internal-key-of-the-tests-0123456789";

  /// Of every account of {@link #tokenOf}, whose names are `test-` and the role.
  static final String PASSWORD = "correct horse battery";

  static final String SIGNING_SECRET = "signing-secret-of-the-tests-0123456789";

  private static final String HASH = new BcryptPasswords().hash(PASSWORD);

  private final ServerWiring server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<StaffRole, String> tokens = new EnumMap<>(StaffRole.class);

  private final Path data;

  private RunningServer(ServerWiring server, Path data) {
    this.server = server;
    this.data = data;
  }

  /// @param folder holds data and streams
  static RunningServer start(Path folder) {
    return start(folder, Map.of());
  }

  /// A server that runs when this returns.
  ///
  /// @param folder holds data and streams
  /// @param settings further configuration
  public static RunningServer start(Path folder, Map<String, String> settings) {
    return start(folder, settings, InstantSource.system());
  }

  /// @param folder holds data and streams
  /// @param settings further configuration
  /// @param clock tells the server the time; what it repeats it repeats by the machine's
  static RunningServer start(Path folder, Map<String, String> settings, InstantSource clock) {
    ServerConfig config =
        ServerConfig.load(
            new ConfigSources()
                .environment(
                    Map.of(
                        "PORT",
                        "0",
                        "INTERNAL_API_KEY",
                        INTERNAL_KEY,
                        "PLAYBACK_SIGNING_SECRET",
                        SIGNING_SECRET,
                        "DATA_DIR",
                        folder.resolve("data").toString(),
                        "STREAM_ROOT",
                        folder.resolve("streams").toString()))
                .environment(settings));
    RunningServer running =
        new RunningServer(ServerWiring.start(config, clock), config.dataDirectory());
    return running;
  }

  public List<Route> routes() {
    return server.routes().routes();
  }

  public Database database() {
    return server.database();
  }

  /// The bearer token of an account of this role, which signs in when it is first asked for.
  public String tokenOf(StaffRole role) {
    return tokens.computeIfAbsent(role, this::signIn);
  }

  /// What its contact file says.
  public ServerContact contact() {
    try {
      return WireJson.read(
          Files.readAllBytes(data.resolve(ServerContact.FILE)), ServerContact.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void whenToldToStop(Runnable end) {
    server.whenToldToStop(end);
  }

  int port() {
    return server.port();
  }

  int mediaPort() {
    return server.mediaPort().orElseThrow();
  }

  public String url(String path) {
    return "http://localhost:" + server.port() + path;
  }

  HttpResponse<String> get(String path, String bearer) {
    return send(request(path, bearer).GET().build());
  }

  HttpResponse<String> post(String path, String bearer, Object body) {
    return send(
        request(path, bearer).POST(BodyPublishers.ofByteArray(WireJson.bytes(body))).build());
  }

  HttpResponse<String> patch(String path, String bearer) {
    return send(request(path, bearer).method("PATCH", BodyPublishers.noBody()).build());
  }

  /// Calls a route with an empty object as body; its parameters name nothing that exists.
  HttpResponse<String> call(Route route, String bearer) {
    String path = route.path().replaceAll("\\{[^}]+}", "00000000-0000-4000-8000-000000000000");
    return send(
        request(path, bearer).method(route.method().text(), BodyPublishers.ofString("{}")).build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, RunningServer::text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// The body of an answer; nothing of one that does not end, which is followed until the client
  /// closes.
  private static BodySubscriber<String> text(HttpResponse.ResponseInfo info) {
    boolean endless =
        info.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
    return endless
        ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), _ -> "")
        : BodySubscribers.ofString(StandardCharsets.UTF_8);
  }

  HttpRequest.Builder request(String path, String bearer) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url(path))).header("Content-Type", "application/json");
    return bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer);
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.stop();
  }

  private String signIn(StaffRole role) {
    String name = "test-" + role.wireName();
    new JdbcStaffStore(server.database())
        .insert(
            new StaffAccount(name, name, HASH, role, false, false),
            InstantSource.system().instant());
    HttpResponse<String> answer = post("/api/admin/login", "", new SignInRequest(name, PASSWORD));
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    return WireJson.readData(body, SignInResponse.class).token();
  }
}
