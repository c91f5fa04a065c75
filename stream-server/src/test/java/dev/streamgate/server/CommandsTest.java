package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.operation.CommandDone;
import dev.streamgate.model.operation.ServerCommand;
import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.model.staff.SignInRequest;
import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.ServerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A whole server is commanded by programs on its machine, and by nobody else.
@Timeout(60)
class CommandsTest {
  @TempDir Path folder;

  private RunningServer server;

  @BeforeEach
  void start() {
    server = RunningServer.start(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theContactFileIsTheOwnersAndGoesWithTheServer() throws IOException {
    Path file = folder.resolve("data/server.json");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(server.contact().port()).isEqualTo(server.port());
    assertThat(server.contact().pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(server.contact().secret()).hasSize(64);
    assertThat(server.contact().toString()).doesNotContain(server.contact().secret());
    server.close();
    assertThat(file).doesNotExist();
    server = RunningServer.start(folder);
  }

  @Test
  void eachRunHasASecretOfItsOwn() {
    String before = server.contact().secret();
    server.close();
    server = RunningServer.start(folder);

    assertThat(server.contact().secret()).isNotEqualTo(before);
    assertThat(send(ServerCommand.TO_STOP, before).statusCode()).isEqualTo(401);
  }

  @Test
  void nobodyElseCommands() {
    String secret = server.contact().secret();

    assertThat(send(ServerCommand.TO_STOP, "").statusCode()).isEqualTo(401);
    assertThat(send(ServerCommand.TO_STOP, "0".repeat(64)).statusCode()).isEqualTo(401);
    assertThat(send(ServerCommand.TO_STOP, RunningServer.INTERNAL_KEY).statusCode()).isEqualTo(401);
    for (String mark : new String[] {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"}) {
      assertThat(send(ServerCommand.TO_STOP, secret, mark, "192.0.2.7").statusCode())
          .as(mark)
          .isEqualTo(401);
    }
    HttpRequest.Builder keyAlone =
        request(ServerCommand.TO_STOP).header("X-Internal-Api-Key", RunningServer.INTERNAL_KEY);
    assertThat(server.send(keyAlone.build()).statusCode()).isEqualTo(401);
  }

  @Test
  void whoIsToldToStopIsAskedOnce() throws InterruptedException {
    CountDownLatch told = new CountDownLatch(1);
    server.whenToldToStop(told::countDown);

    HttpResponse<String> answer = send(ServerCommand.TO_STOP, server.contact().secret());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"ok\":true}");
    assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aPasswordIsReset() {
    server.post("/api/admin/login", "", new SignInRequest("admin", "nothing"));

    String password = reset("admin");

    HttpResponse<String> signedIn =
        server.post("/api/admin/login", "", new SignInRequest("admin", password));
    assertThat(signedIn.statusCode()).isEqualTo(200);
    assertThat(signedIn.body()).contains("\"mustChangePassword\":true");
    assertThat(reset("admin")).isNotEqualTo(password);
    assertThat(
            server.post("/api/admin/login", "", new SignInRequest("admin", password)).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aPasswordIsResetWhileNoServerRuns() {
    server.close();
    ServerConfig config =
        ServerConfig.load(
            new ConfigSources().environment(Map.of("DATA_DIR", folder.resolve("data").toString())));

    String said = new Servers(InstantSource.system()).resetPassword(config, "admin").toString();

    assertThat(said).isEqualTo("Reset");
    server = RunningServer.start(folder);
  }

  private String reset(String username) {
    HttpResponse<String> answer =
        send(ServerCommand.toResetPassword(username), server.contact().secret());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    return String.valueOf(WireJson.read(body, CommandDone.class).password());
  }

  private HttpResponse<String> send(ServerCommand command, String secret, String... headers) {
    HttpRequest.Builder request = request(command);
    if (!secret.isEmpty()) {
      request.header(ServerContact.SECRET_HEADER, secret);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return server.send(request.build());
  }

  private HttpRequest.Builder request(ServerCommand command) {
    return HttpRequest.newBuilder(URI.create(server.contact().url(ServerContact.COMMANDS)))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(WireJson.bytes(command)));
  }
}
