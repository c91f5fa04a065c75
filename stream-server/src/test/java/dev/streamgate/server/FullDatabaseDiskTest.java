package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.streamgate.model.json.WireJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server whose database has a disk of six megabytes, where whoever runs the tests may mount one.
@Timeout(120)
class FullDatabaseDiskTest {
  private static final int BATCH = 300;
  private static final int ROOM = 300 * 1024;

  @TempDir Path folder;
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk.toString())).isTrue();
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", disk.toString());
  }

  @Test
  void whatTheDiskDoesNotTakeIsRefusedAndWhoWatchesGoesOn() throws IOException {
    int made = 1;
    String event;
    try (ServerProcess server = ServerProcess.start(folder, settings());
        StaffClient staff = new StaffClient(server.address(), ServerProcess.PASSWORD)) {
      event = staff.createEvent();
      stream(event);
      String code = staff.generateTickets(event, 1).keySet().iterator().next();
      String token =
          WireJson.tree(staff.call("POST", "/api/tokens/validate", Map.of("code", code)).body())
              .path("playbackToken")
              .asText();
      Path ballast = fill();

      int status = batch(staff, event);
      while (status == 201) {
        made += BATCH;
        status = batch(staff, event);
      }
      assertThat(status).isEqualTo(500);
      assertThat(health(staff)).isEqualTo("degraded");
      assertThat(staff.watch("/streams/" + event + "/0.ts?__token=" + token)).isEqualTo(200);

      Files.delete(ballast);
      assertThat(batch(staff, event)).as("until it is started anew").isEqualTo(500);
    }
    assertThat(Files.readString(folder.resolve("out"))).contains("restart the server");
    startsAnew(event, made);
  }

  private void startsAnew(String event, int made) throws IOException {
    try (ServerProcess server = ServerProcess.start(folder, settings());
        StaffClient staff = new StaffClient(server.address(), ServerProcess.PASSWORD)) {
      long present =
          new String(
                  staff
                      .call("GET", "/api/admin/events/" + event + "/tokens/export", Map.of())
                      .body(),
                  StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .count();
      assertThat(present).isGreaterThanOrEqualTo(made);
      assertThat((present - 1) % BATCH).as("tickets of half a batch").isZero();
      assertThat(batch(staff, event)).isEqualTo(201);
      assertThat(health(staff)).isEqualTo("ok");
    }
  }

  private Map<String, String> settings() {
    return Map.of(
        "DATA_DIR", disk.resolve("data").toString(),
        "STREAM_ROOT", folder.resolve("streams").toString());
  }

  private void stream(String event) throws IOException {
    Path stream = Files.createDirectories(folder.resolve("streams").resolve(event));
    Files.writeString(stream.resolve("0.ts"), "video");
  }

  private static String health(StaffClient staff) {
    return WireJson.tree(staff.call("GET", "/health", Map.of()).body()).path("status").asText();
  }

  private static int batch(StaffClient staff, String event) {
    return staff
        .call("POST", "/api/admin/events/" + event + "/tokens/generate", Map.of("count", BATCH))
        .statusCode();
  }

  /// Leaves room for a batch or two.
  private Path fill() throws IOException {
    Path ballast = disk.resolve("ballast");
    long free = Files.getFileStore(disk).getUsableSpace();
    try (OutputStream out = Files.newOutputStream(ballast)) {
      out.write(new byte[(int) free - ROOM]);
    }
    return ballast;
  }

  private static boolean run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // this system has no such program
    }
  }
}
