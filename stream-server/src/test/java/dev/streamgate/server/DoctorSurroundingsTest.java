package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.fixtures.AnotherUser;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.DataDirectory;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.DatabaseAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `streamgate doctor` beside servers that hang or begin, and on machines that are not what the
/// configuration says.
@Timeout(60)
class DoctorSurroundingsTest {
  @TempDir Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private Path data = Path.of("");

  @BeforeEach
  void configure() throws IOException {
    data = folder.resolve("data");
    environment.put("PORT", "0");
    environment.put("DATA_DIR", data.toString());
    environment.put("STREAM_ROOT", Files.createDirectory(folder.resolve("streams")).toString());
  }

  @Test
  void aServerThatHangsIsToldWithinSecondsAndNothingElseIsMadeUp() throws IOException {
    try (DataDirectory _ = DataDirectory.hold(data, Optional.empty());
        ServerSocket hanging = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      long pid = ProcessHandle.current().pid();
      ServerContact contact =
          new ServerContact("127.0.0.1", hanging.getLocalPort(), "0".repeat(64), pid, "1");
      Files.write(data.resolve(ServerContact.FILE), WireJson.bytes(contact));

      Instant begin = Instant.now();
      TypedVerb doctor = doctor();

      assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
      assertThat(doctor.status()).isEqualTo(1);
      assertThat(doctor.out())
          .contains(
              "FAIL  Port %d: the server of process %d does not answer within 3 seconds"
                  .formatted(hanging.getLocalPort(), pid))
          .contains("Remedy: end it (kill " + pid)
          .contains("WARN  Playlists: could not be looked at")
          .doesNotContain("no active event");
    }
  }

  @Test
  void anAddressOfAnotherMachineIsToldWithThoseOfThisOne() {
    environment.put("HOST", "192.0.2.7");
    environment.put("MEDIA_PORT", "8099");
    TypedVerb doctor = doctor();
    assertThat(doctor.lines())
        .filteredOn(it -> it.startsWith("FAIL"))
        .singleElement()
        .satisfies(it ->
            assertThat(it)
                .startsWith("FAIL  HOST: 192.0.2.7 is no address of this machine, which has ")
                .contains("127.0.0.1"));
    environment.put("HOST", "name.invalid");
    assertThat(doctor().out()).contains("name.invalid is a name that leads to no address");
    environment.put("HOST", "127.0.0.1");
    assertThat(doctor().out()).doesNotContain("FAIL");
  }

  @Test
  void aMisspeltKeyOfTheEnvironmentIsTold() {
    environment.put("UPSTREM_ORIGIN", "http://127.0.0.1:1");
    assertThat(doctor().lines())
        .contains(
            "WARN  Settings: UPSTREM_ORIGIN in the environment is no key, and is ignored. Remedy:"
                + " did you mean UPSTREAM_ORIGIN? Correct it, and restart the server");
  }

  /// A database that is opened is written, and whoever holds the lock keeps a server from starting.
  @Test
  void lookingAtAStoppedServerLeavesEveryFileAsItIs() throws IOException {
    Database.open(DatabaseAddress.embedded(data)).close();
    Files.deleteIfExists(data.resolve("streamgate.lock"));
    Map<String, FileTime> before = files();

    TypedVerb doctor = doctor();

    assertThat(doctor.out()).contains("OK    Database: jdbc:hsqldb:file:" + data);
    assertThat(files()).isEqualTo(before).isNotEmpty();
  }

  @Test
  void aDamagedDatabaseIsCalledByItsOwnName() throws IOException {
    Database.open(DatabaseAddress.embedded(data)).close();
    Files.writeString(data.resolve("streamgate.script"), "no such statement");
    TypedVerb doctor = doctor();
    assertThat(doctor.out())
        .contains(
            "FAIL  Database: The database is damaged: "
                + data
                + "/streamgate.script cannot be read")
        .contains("keep a copy of the folder " + data)
        .doesNotContain("streamgate-look-");
  }

  @Test
  void aDatabaseThatIsInUseIsNotCalledDamaged() {
    Database.open(DatabaseAddress.embedded(data)).close();
    try (DataDirectory _ = DataDirectory.hold(data, Optional.empty())) {
      assertThat(doctor().lines())
          .filteredOn(it -> it.startsWith("FAIL"))
          .singleElement()
          .satisfies(it ->
              assertThat(it)
                  .contains("is used by another process")
                  .contains("or another command, is done in a moment: try again"));
    }
  }

  /// A backup of each night meets a doctor.
  @Test
  void verbsWaitForWhoOnlyLooksAndSoDoThoseWhoLook() throws Exception {
    Database.open(DatabaseAddress.embedded(data)).close();
    Thread looking = look();
    TypedVerb backup = TypedVerb.run(environment, "backup", folder.resolve("all.zip").toString());
    looking.join();
    assertThat(backup.status()).as(backup.err()).isZero();

    looking = look();
    assertThat(doctor().out()).contains("OK    Database: ");
    looking.join();
  }

  @Test
  void whoeverIsInterruptedWhileWaitingIsToldSo() {
    try (DataDirectory _ = DataDirectory.hold(data, Optional.empty())) {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(ConfigurationException.class)
          .isThrownBy(() -> DataDirectory.hold(data, Optional.empty()))
          .withMessageContaining("waiting for that was interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void theDoctorThatIsInterruptedSaysSoAndLooksAtTheRest() {
    try (DataDirectory _ = DataDirectory.hold(data, Optional.empty())) {
      Thread.currentThread().interrupt();
      TypedVerb doctor = doctor();
      assertThat(doctor.lines())
          .anyMatch(it ->
              it.startsWith("FAIL  Database: ")
                  && it.contains("waiting for that was interrupted. Remedy: "))
          .contains("OK    Trusted proxies: none");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /// What fails in the middle of a walk fails otherwise than at its beginning.
  @Test
  void aClosedFolderAmongTheDatabasesFilesIsALine() throws IOException {
    Database.open(DatabaseAddress.embedded(data)).close();
    Path closed = Files.createDirectories(data.resolve("streamgate.restored/closed"));
    openToAll(folder);
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      TypedVerb doctor = AnotherUser.tries(this::doctor);
      assertThat(doctor.lines())
          .contains(
              "FAIL  Database: %s: permission denied. Remedy: run this as the user that the server runs as; where a disk is full, make room"
                  .formatted(closed))
          .contains("OK    Trusted proxies: none");
    } finally {
      openToAll(closed);
    }
  }

  private static void openToAll(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
      }
    }
  }

  /// Holds the directory as a look does, until this thread has tried to get it and waits.
  private Thread look() {
    DataDirectory looking = DataDirectory.hold(data, Optional.empty());
    Thread other = Thread.currentThread();
    return Thread.ofPlatform()
        .start(() -> {
          while (!waitsForDirectory(other)) {
            Thread.onSpinWait();
          }
          looking.close();
        });
  }

  private static boolean waitsForDirectory(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(it ->
            it.getClassName().equals(DataDirectory.class.getName())
                && it.getMethodName().equals("pause"));
  }

  private Map<String, FileTime> files() throws IOException {
    Map<String, FileTime> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(data)) {
      for (Path file : all.toList()) {
        files.put(file.toString(), Files.getLastModifiedTime(file));
      }
    }
    return files;
  }

  private TypedVerb doctor() {
    return TypedVerb.run(environment, "doctor");
  }
}
