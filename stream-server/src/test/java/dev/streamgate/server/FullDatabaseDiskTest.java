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

/// A server whose database has a disk of a few megabytes, where whoever runs the tests may mount
/// one.
@Timeout(120)
class FullDatabaseDiskTest {
  private static final int BATCH = 300;
  private static final int ROOM = 300 * 1024;
  @TempDir Path folder;
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk.toString())).isTrue();
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
      String token = watching(staff, event);
      Path ballast = fill(ROOM);

      int status = batch(staff, event);
      while (status == 201) {
        made += BATCH;
        status = batch(staff, event);
      }
      assertThat(status).isEqualTo(500);
      assertThat(health(staff)).isEqualTo("degraded");
      assertThat(staff.watch("/streams/" + event + "/0.ts?__token=" + token)).isEqualTo(200);

      TypedVerb backup = TypedVerb.run(settings(), "backup", folder.resolve("b.zip").toString());
      assertThat(backup.status()).as(backup.err()).isZero();

      Files.delete(ballast);
      assertThat(batch(staff, event)).as("until it is started anew").isEqualTo(500);
      verbsSayThatItHasToBeStartedAnew();
    }
    assertThat(said()).contains("restart the server").doesNotContain("\tat ");
    startsAnew(event, made);
  }

  /// The log has a disk of its own, which has room.
  @Test
  void whereOnlyTheRowsCannotGrowItIsToldInALineAndOverWhenThereIsRoom() throws IOException {
    Map<String, String> settings =
        Map.of("STREAM_ROOT", folder.resolve("streams").toString(), "PORT", "0");
    String event;
    try (ServerProcess server = ServerProcess.start(folder, settings);
        StaffClient staff = new StaffClient(server.address(), ServerProcess.PASSWORD)) {
      event = staff.createEvent();
      stream(event);
    }
    Path rows = folder.resolve("data").resolve("streamgate.data");
    Files.copy(rows, disk.resolve("rows"));
    Files.delete(rows);
    Files.createSymbolicLink(rows, disk.resolve("rows"));
    Path ballast = fill(0);

    try (ServerProcess server = ServerProcess.start(folder, settings);
        StaffClient staff = new StaffClient(server.address(), ServerProcess.PASSWORD)) {
      String token = watching(staff, event);
      int status = batch(staff, event);
      while (status == 201) {
        status = batch(staff, event);
      }
      assertThat(status).isEqualTo(500);
      assertThat(batch(staff, event)).isEqualTo(500);

      assertThat(health(staff)).isEqualTo("degraded");
      assertThat(staff.watch("/streams/" + event + "/0.ts?__token=" + token)).isEqualTo(200);
      assertThat(staff.get("/api/admin/events").toString()).contains(event);

      backupSaysWhatHelps();

      Files.delete(ballast);
      assertThat(batch(staff, event)).isEqualTo(201);
      assertThat(health(staff)).isEqualTo("ok");
    }
    assertThat(said())
        .contains("The database's disk is full: what needs room is refused")
        .doesNotContain("\tat ");
  }

  @Test
  void aStoppedServersBackupSaysWhatHelps() throws IOException {
    ServerProcess.start(folder, Map.of("STREAM_ROOT", folder.resolve("streams").toString()))
        .close();
    fill(0);
    backupSaysWhatHelps();
  }

  private void verbsSayThatItHasToBeStartedAnew() {
    TypedVerb seed = TypedVerb.run(settings(), "seed");
    assertThat(seed.status()).isEqualTo(1);
    assertThat(seed.err())
        .startsWith("The server could not do it: the database's log could not be written")
        .contains("restart the server");
    TypedVerb doctor = TypedVerb.run(settings(), "doctor");
    assertThat(doctor.status()).isEqualTo(1);
    assertThat(doctor.lines())
        .anyMatch(it ->
            it.startsWith("FAIL  Database: the database's log could not be written")
                && it.contains("Remedy: make room")
                && it.contains("restart the server"));
  }

  private static String watching(StaffClient staff, String event) {
    String code = staff.generateTickets(event, 1).keySet().iterator().next();
    return WireJson.tree(staff.call("POST", "/api/tokens/validate", Map.of("code", code)).body())
        .path("playbackToken")
        .asText();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("out")) + Files.readString(folder.resolve("log"));
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

  /// Of the disk that the backup was to be on.
  private void backupSaysWhatHelps() {
    Map<String, String> data = Map.of("DATA_DIR", folder.resolve("data").toString());
    TypedVerb backup = TypedVerb.run(data, "backup", disk.resolve("all.zip").toString());
    assertThat(backup.status()).isEqualTo(1);
    assertThat(backup.err())
        .startsWith("Failed: " + disk + ": No space left on device")
        .contains("Make room on that disk, and repeat the command.");
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

  private Path fill(int room) throws IOException {
    Path ballast = disk.resolve("ballast");
    long free = Files.getFileStore(disk).getUsableSpace();
    try (OutputStream out = Files.newOutputStream(ballast)) {
      out.write(new byte[(int) free - room]);
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
