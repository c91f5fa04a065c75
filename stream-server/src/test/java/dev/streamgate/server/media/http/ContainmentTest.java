package dev.streamgate.server.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A ticket of one event never yields a byte of another, whatever the path looks like.
class ContainmentTest {
  private static final String SECRET = "SECRET of another event";

  @TempDir static Path directory;
  private static MediaServer server;

  @BeforeAll
  static void twoEvents() throws IOException {
    Path root = Files.createDirectories(directory.resolve("streams"));
    for (String own : new String[] {"own.ts", "a/own.ts", "a b+c~ä.ts", "100%.ts", "a%20b.ts"}) {
      write(root.resolve("evt-1").resolve(own), "own");
    }
    for (String hidden : new String[] {".hidden.ts", ".git/own.ts", "cache/own.ts", "video.key"}) {
      write(root.resolve("evt-1").resolve(hidden), SECRET);
    }
    write(root.resolve("evt-2/own.ts"), SECRET);
    write(root.resolve("cache/own.ts"), SECRET);
    write(root.resolve("own.ts"), SECRET);
    write(directory.resolve("own.ts"), SECRET);
    Files.createSymbolicLink(root.resolve("evt-1/link.ts"), root.resolve("evt-2/own.ts"));
    Files.createSymbolicLink(root.resolve("evt-1/up"), Path.of(".."));
    Files.createSymbolicLink(root.resolve("evt-1/outside.ts"), directory.resolve("own.ts"));
    Files.createSymbolicLink(root.resolve("evt-1/loop"), Path.of("loop"));
    Files.createSymbolicLink(root.resolve("evt-1/latest.ts"), Path.of("a/own.ts"));
    server = new MediaServer(root);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/streams/evt-1/own.ts",
        "/streams/evt-1/a/own.ts",
        "/streams/%65vt-1/%6Fwn.ts",
        "/streams/evt-1/a%20b+c~%C3%A4.ts",
        "/streams/evt-1/100%25.ts",
        "/streams/evt-1/a%2520b.ts",
        "/streams/evt-1/latest.ts",
      })
  void ownFilesAreServedHoweverTheyAreSpelled(String path) throws IOException {
    RawConnection.Answer answer = ask(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("own");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/streams/evt-2/own.ts",
        "/streams/%65vt-2/own.ts",
        "/streams/evt-1/../evt-2/own.ts",
        "/streams/evt-1/%2e%2e/evt-2/own.ts",
        "/streams/evt-1/%2E%2E/evt-2/own.ts",
        "/streams/evt-1/.%2e/evt-2/own.ts",
        "/streams/evt-1/%2e./evt-2/own.ts",
        "/streams/evt-1/..%2fevt-2%2fown.ts",
        "/streams/evt-1/..%2Fevt-2/own.ts",
        "/streams/evt-1/%2e%2e%2fevt-2%2fown.ts",
        "/streams/evt-1%2f..%2fevt-2/own.ts",
        "/streams/evt-1/%252e%252e/evt-2/own.ts",
        "/streams/evt-1/%252e%252e%252fevt-2%252fown.ts",
        "/streams/evt-1/%25252e%25252e/evt-2/own.ts",
        "/streams/evt-1/..\\evt-2\\own.ts",
        "/streams/evt-1/..%5cevt-2%5cown.ts",
        "/streams/evt-1/..%255cevt-2%255cown.ts",
        "/streams/evt-1/%c0%ae%c0%ae/evt-2/own.ts",
        "/streams/evt-1/..%c0%afevt-2/own.ts",
        "/streams/evt-1/..%ef%bc%8fevt-2/own.ts",
        "/streams/evt-1/%u002e%u002e/evt-2/own.ts",
        "/streams/evt-1/%2/own.ts",
        "/streams/evt-1/..;/evt-2/own.ts",
        "/streams/evt-1/;a=b/../evt-2/own.ts",
        "/streams/evt-1;/../evt-2/own.ts",
        "/streams/evt-1/./../evt-2/own.ts",
        "/streams/evt-1//../evt-2/own.ts",
        "/streams/evt-1//own.ts",
        "/streams/evt-1/./own.ts",
        "/streams/evt-1/.../own.ts",
        "/streams/evt-1/..%20/evt-2/own.ts",
        "/streams/evt-1/own.ts%20",
        "/streams/evt-1/own.ts.",
        "/streams/evt-1/own.ts%00",
        "/streams/evt-1/own.ts%00.ts",
        "/streams/evt-1/..%0d%0a/own.ts",
        "/streams/evt-1/C:/own.ts",
        "/streams/evt-1/C%3a%5cown.ts",
        "/streams/evt-1/own.ts::$DATA",
        "/streams/evt-1/../../own.ts",
        "/streams/evt-1/../../../../../../etc/passwd",
        "/streams/evt-1/own.ts/../../evt-2/own.ts",
        "/streams/evt-1/own.ts/own.ts",
        "/streams/evt-1/link.ts",
        "/streams/evt-1/up/evt-2/own.ts",
        "/streams/evt-1/up/own.ts",
        "/streams/evt-1/outside.ts",
        "/streams/evt-1/loop/own.ts",
        "/streams/evt-1/OWN.ts",
        "/streams/EVT-1/own.ts",
        "/streams/evt-1/.hidden.ts",
        "/streams/evt-1/.git/own.ts",
        "/streams/evt-1/cache/own.ts",
        "/streams/evt-1/video.key",
        "/streams/evt-1/a",
        "/streams/cache/own.ts",
        "/streams/own.ts",
        "/streams/evt-1",
        "/streams/evt-1/",
        "/streams/",
        "/streams",
        "/streams/../streams/evt-2/own.ts",
        "/streams/..%2felsewhere",
        "/streams/../elsewhere",
        "//streams/evt-2/own.ts",
        "///streams/evt-2/own.ts",
        "//streams/evt-1/own.ts",
        "/./streams/evt-2/own.ts",
        "/x/../streams/evt-2/own.ts",
        "/elsewhere/../streams/evt-2/own.ts",
        "/%73treams/evt-2/own.ts",
        "/streams%2fevt-2/own.ts",
        "http://localhost/streams/evt-2/own.ts",
        "streams/evt-2/own.ts",
        "/streams/evt-2/own.ts#/streams/evt-1/own.ts",
        "/streams/evt-1/x#/../../evt-2/own.ts#",
      })
  void noOtherFileIsServed(String path) throws IOException {
    RawConnection.Answer answer = ask(path);

    assertThat(answer.status()).isIn(400, 403, 404);
    assertThat(answer.body()).doesNotContain(SECRET).doesNotContain("elsewhere");
  }

  private static RawConnection.Answer ask(String path) throws IOException {
    try (RawConnection connection = new RawConnection(server.port())) {
      connection.send("GET " + path + " HTTP/1.1", "Authorization: Bearer " + server.token());
      return connection.receive();
    }
  }
}
