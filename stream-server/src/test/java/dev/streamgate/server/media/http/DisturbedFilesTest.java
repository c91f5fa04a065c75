package dev.streamgate.server.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Files that change, or are none, harm the one response that is about them and nobody else's.
@Timeout(120)
class DisturbedFilesTest {
  /// More than the buffers between two processes on one machine hold, so that the server is still
  /// reading the file when the test changes it.
  private static final long LARGE = 256L * 1024 * 1024;

  @TempDir Path root;
  private MediaServer server;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(root.resolve("evt-1"));
    Files.writeString(root.resolve("evt-1/good.ts"), "video");
    server = new MediaServer(root);
  }

  @AfterEach
  void othersAreStillServed() throws Exception {
    try (MediaServer running = server) {
      assertThat(running.get("/streams/evt-1/good.ts").body()).isEqualTo("video");
    }
  }

  @Test
  void aFileThatShrinksEndsItsOwnConnection() throws IOException {
    Path file = largeFile();
    try (RawConnection connection = new RawConnection(server.port())) {
      connection.send("GET /streams/evt-1/large.ts HTTP/1.1", bearer());
      RawConnection.Answer announced = connection.receiveHead();
      resize(file, LARGE / 2);

      assertThat(announced.headers()).containsEntry("content-length", Long.toString(LARGE));
      assertThat(connection.skipToEnd()).isLessThan(LARGE);
    }
  }

  @Test
  void ofAFileThatGrowsOnlyTheAnnouncedLengthIsSent() throws IOException {
    Path file = largeFile();
    try (RawConnection connection = new RawConnection(server.port())) {
      connection.send("GET /streams/evt-1/large.ts HTTP/1.1", bearer());
      connection.receiveHead();
      resize(file, LARGE + 1024);

      connection.skip(LARGE);
      connection.send("GET /streams/evt-1/good.ts HTTP/1.1", bearer());
      assertThat(connection.receive().body()).isEqualTo("video");
    }
  }

  /// Of a file too large to be held; more of them than there are processors.
  @Test
  void viewersWhoTakeNothingCostNobodyElseAnything() throws Exception {
    largeFile();
    List<RawConnection> slow = new ArrayList<>();
    try {
      for (int viewer = 0; viewer < 4 * Runtime.getRuntime().availableProcessors(); viewer++) {
        RawConnection connection = new RawConnection(server.port());
        slow.add(connection);
        connection.send("GET /streams/evt-1/large.ts HTTP/1.1", bearer());
        connection.receiveHead();
      }
      for (int request = 0; request < 20; request++) {
        assertThat(server.get("/streams/evt-1/good.ts").body()).isEqualTo("video");
      }
      slow.getFirst().skip(LARGE);
    } finally {
      for (RawConnection connection : slow) {
        connection.close();
      }
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatVanishesIsSentToItsEnd() throws IOException {
    Path file = largeFile();
    try (RawConnection connection = new RawConnection(server.port())) {
      connection.send("GET /streams/evt-1/large.ts HTTP/1.1", bearer());
      connection.receiveHead();
      Files.delete(file);

      connection.skip(LARGE);
      connection.send("GET /streams/evt-1/good.ts HTTP/1.1", bearer());
      assertThat(connection.receive().body()).isEqualTo("video");
    }
  }

  @Test
  void aViewerWhoLeavesInTheMiddleDisturbsNobody() throws IOException {
    largeFile();
    try (RawConnection connection = new RawConnection(server.port())) {
      connection.send("GET /streams/evt-1/large.ts HTTP/1.1", bearer());
      connection.receiveHead();
    }
  }

  @Test
  void aFolderIsNoFile() throws Exception {
    Files.createDirectories(root.resolve("evt-1/folder.ts"));

    assertThat(server.get("/streams/evt-1/folder.ts").statusCode()).isEqualTo(404);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPipeIsNoFile() throws Exception {
    Path pipe = root.resolve("evt-1/pipe.ts");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();

    assertThat(server.get("/streams/evt-1/pipe.ts").statusCode()).isEqualTo(404);
  }

  @Test
  void aPlaylistTooLongToBeOneIsABreakdownOfItsOwn() throws Exception {
    Path playlist = Files.createFile(root.resolve("evt-1/huge.m3u8"));
    resize(playlist, LARGE);

    HttpResponse<String> answer = server.get("/streams/evt-1/huge.m3u8");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Internal server error\"}");
  }

  private String bearer() {
    return "Authorization: Bearer " + server.token();
  }

  private Path largeFile() throws IOException {
    Path file = Files.createFile(root.resolve("evt-1/large.ts"));
    resize(file, LARGE);
    return file;
  }

  /// Makes it a sparse file of that size.
  private static void resize(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
      channel.write(ByteBuffer.allocate(1), size - 1);
    }
  }
}
