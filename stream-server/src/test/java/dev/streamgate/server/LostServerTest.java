package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Verbs for a server that runs and whose contact file is not as it wrote it.
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
class LostServerTest {
  private Path folder;
  private RunningServer server;
  private Path file;
  private String written;

  @BeforeAll
  void start(@TempDir Path place) throws IOException {
    folder = place;
    server = RunningServer.start(folder);
    file = folder.resolve("data/server.json");
    written = Files.readString(file);
  }

  @AfterEach
  void mend() throws IOException {
    Files.writeString(file, written);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aFileThatIsGoneIsMissed() throws IOException {
    Files.delete(file);
    assertTold("is used by another process, but ", "try again", "the file was deleted");
  }

  @Test
  void theFileOfAServerThatHasEndedIsNotTakenForItsOwn() throws IOException {
    rewrite("\"pid\":\\d+", "\"pid\":" + Integer.MAX_VALUE);
    assertTold("is used by another process, but ");
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    for (String damaged :
        List.of(
            "",
            "{\"addr",
            "{}",
            written.replaceFirst("\"port\":\\d+", "\"port\":0"),
            written.replaceFirst("127.0.0.1", "no address"),
            written.replaceFirst("\"secret\":\"..", "\"secret\":\"\\\\n"))) {
      Files.writeString(file, damaged);
      assertTold(file + ", by which verbs reach the server that runs, is damaged");
    }
  }

  @Test
  void anotherSecretOrPortIsNoticed() throws IOException {
    rewrite("\"secret\":\".{8}", "\"secret\":\"00000000");
    assertTold("does not know the words of " + file);

    int other = FreePorts.take(1).getFirst();
    rewrite("\"port\":\\d+", "\"port\":" + other);
    assertTold("does not answer at http://127.0.0.1:" + other);
  }

  /// What is ordered from a server that hangs would be done whenever it goes on.
  @Test
  void nothingIsOrderedFromAServerThatHangs() throws IOException {
    try (ServerSocket hanging = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      rewrite("\"port\":\\d+", "\"port\":" + hanging.getLocalPort());
      TypedVerb failed =
          TypedVerb.run(Map.of("DATA_DIR", folder.resolve("data").toString()), "stop");
      assertThat(failed.status()).isEqualTo(1);
      assertThat(failed.err())
          .contains("has not answered for 5 seconds, and was asked to do nothing", "kill -9 ");
    }
  }

  /// The connection breaks when the order is there already.
  @Test
  void whatMayBeDoneIsNotCalledUndone() throws IOException {
    String show = "--title,A show,--starts,2039-12-24T20:00Z,--ends,2039-12-24T22:00Z";
    HttpServer breaking = breakingOff(() -> {});
    try {
      rewrite("\"port\":\\d+", "\"port\":" + breaking.getAddress().getPort());

      String look = ". Look before you repeat it: the console lists the events, and \"";
      assertMayBeDone(look, ("create-event," + show).split(","));
      assertMayBeDone(". Repeat it when the server answers again", "reset-password");
      assertMayBeDone(". Repeat it when the server answers again", "seed");
      String zip = folder.resolve("lost.zip").toString();
      assertNoBackup(verb("backup", zip));
      assertThat(Path.of(zip)).doesNotExist();
    } finally {
      breaking.stop(0);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no sleep")
  void aServerThatEndsBeforeItAnswersHasStopped() throws IOException {
    Process ending = new ProcessBuilder("sleep", "60").start();
    HttpServer breaking = breakingOff(ending::destroyForcibly);
    try {
      String port = "\"port\":" + breaking.getAddress().getPort();
      Files.writeString(
          file,
          written
              .replaceFirst("\"port\":\\d+", port)
              .replaceFirst("\"pid\":\\d+", "\"pid\":" + ending.pid()));
      TypedVerb stop = verb("stop");
      assertThat(stop.status()).as(stop.err()).isZero();
      assertThat(stop.out()).contains("The server has stopped.");
    } finally {
      breaking.stop(0);
      ending.destroyForcibly();
    }
  }

  private void assertMayBeDone(String look, String... verb) {
    TypedVerb lost = verb(verb);
    assertThat(lost.status()).isEqualTo(1);
    assertThat(lost.err())
        .contains("was asked to do it and gave no answer: it may be done, or be done yet" + look)
        .doesNotContain("does not answer at", "estart the server");
  }

  /// It changes nothing on the server, and what it writes is written here.
  private static void assertNoBackup(TypedVerb lost) {
    assertThat(lost.status()).isEqualTo(1);
    assertThat(lost.err())
        .contains(
            "was asked for a backup and sent none. Nothing was written or changed. Repeat it when the server answers again")
        .doesNotContain("may be done", "be done yet");
  }

  /// A server that lives, takes every order, and answers none.
  private static HttpServer breakingOff(Runnable ordered) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/health")) {
            exchange.sendResponseHeaders(200, -1);
          } else {
            exchange.getRequestBody().readAllBytes();
            ordered.run();
          }
          exchange.close();
        });
    server.start();
    return server;
  }

  private TypedVerb verb(String... verb) {
    return TypedVerb.run(Map.of("DATA_DIR", folder.resolve("data").toString()), verb);
  }

  private void rewrite(String part, String by) throws IOException {
    String changed = written.replaceFirst(part, by);
    assertThat(changed).isNotEqualTo(written);
    Files.writeString(file, changed);
  }

  private void assertTold(String... words) {
    Path zip = folder.resolve("all.zip");
    for (List<String> verb :
        List.of(List.of("stop"), List.of("reset-password"), List.of("backup", zip.toString()))) {
      TypedVerb failed =
          TypedVerb.run(
              Map.of("DATA_DIR", folder.resolve("data").toString()), verb.toArray(String[]::new));

      assertThat(failed.status()).as(failed.err()).isEqualTo(1);
      assertThat(failed.err())
          .contains(words)
          .contains("estart the server, by ", "writes the file anew");
      assertThat(zip).doesNotExist();
    }
  }
}
