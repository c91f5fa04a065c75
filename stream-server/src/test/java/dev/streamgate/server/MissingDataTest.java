package dev.streamgate.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.fixtures.AnotherUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Verbs that were called in a folder without data.
@Timeout(60)
class MissingDataTest {
  private static final List<String> RESET = List.of("reset-password");

  @TempDir Path folder;

  @Test
  void saySoAndMakeNothing() {
    Path data = folder.resolve("data");
    for (List<String> verb : List.of(RESET, List.of("backup", folder.toString()))) {
      TypedVerb refused = run(Map.of(), verb);

      assertThat(refused.status()).as(refused.err()).isEqualTo(2);
      assertThat(refused.out()).isEmpty();
      assertThat(refused.err())
          .startsWith("There is no StreamGate data in " + data + ", and none was made.")
          .contains("--DATA_DIR=", "/var/lib/streamgate: sudo streamgate", " serve");
      assertThat(folder).isEmptyDirectory();
    }
  }

  /// Where nobody said where the data is, it would be in the current folder.
  @Test
  void addToDataOnlyWhereItIsOrWasNamed() throws IOException, InterruptedException {
    String show = "--title,A show,--starts,2039-12-24T20:00Z,--ends,2039-12-24T22:00Z";
    String[] verb = ("create-event," + show).split(",");
    Path current = Files.createDirectory(folder.resolve("current"));

    Process unnamed = typedIn(current, verb);

    assertThat(new String(unnamed.getErrorStream().readAllBytes(), UTF_8))
        .startsWith("There is no StreamGate data in " + current.toRealPath().resolve("data"));
    assertThat(unnamed.waitFor()).isEqualTo(2);
    assertThat(current).isEmptyDirectory();
    TypedVerb named = run(Map.of(), List.of(verb));
    assertThat(named.status()).isZero();
    assertThat(named.err())
        .startsWith("There was no data in ")
        .contains("a new database was begun");
    assertThat(run(Map.of(), List.of(verb)).err()).doesNotContain("a new database");
    assertThat(folder.resolve("data/streamgate.script")).exists();
  }

  @Test
  void nameTheDatabaseThatIsElsewhere() {
    String elsewhere = "jdbc:hsqldb:file:" + folder.resolve("db/gate");

    TypedVerb refused = run(Map.of("DATABASE_URL", elsewhere), RESET);

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith("There is no StreamGate data in " + elsewhere + ",")
        .contains("--DATABASE_URL=");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void lookWithoutATrace() {
    assertThat(run(Map.of(), List.of("doctor")).out()).contains("is filled at the first start");
    TypedVerb stop = run(Map.of(), List.of("stop"));
    assertThat(stop.status()).isEqualTo(1);
    assertThat(stop.err())
        .contains("No server is running on " + folder.resolve("data"))
        .contains("--DATA_DIR=", "/var/lib/streamgate: sudo systemctl stop streamgate");
    assertThat(folder).isEmptyDirectory();
  }

  /// What cannot be looked at may be there.
  @Test
  void tellWhatIsClosedFromWhatIsNotThere() throws IOException {
    assertThat(run(Map.of(), List.of("seed")).status()).isZero();
    assertThat(run(Map.of(), List.of("--version")).status()).isZero();
    Path data = folder.resolve("data");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    String reason = data + " is another user's. Run this as the one the server runs as";

    for (List<String> verb : List.of(RESET, List.of("backup", "all.zip"), List.of("stop"))) {
      TypedVerb refused = AnotherUser.tries(() -> run(Map.of(), verb));
      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.err()).contains(reason).doesNotContain("There is no", "No server");
    }
    TypedVerb doctor = AnotherUser.tries(() -> run(Map.of(), List.of("doctor")));
    assertThat(doctor.status()).isEqualTo(1);
    assertThat(doctor.lines())
        .contains(
            "FAIL  Database: %s is another user's. Remedy: run this as the one the server runs as"
                .formatted(data))
        .anyMatch(it -> it.startsWith("FAIL  Secrets: this user may not look into " + data))
        .noneMatch(it -> it.contains("at the first start"));
  }

  /// A power cut may come between a restore and the moment in which its database takes its place.
  @Test
  void findWhatWasRestoredAMomentAgo() throws IOException {
    assertThat(run(Map.of(), List.of("seed")).status()).isZero();
    Path data = folder.resolve("data");
    Path restored = Files.createDirectory(data.resolve("streamgate.restored"));
    for (String part : List.of("data", "properties", "script")) {
      Files.move(data.resolve("streamgate." + part), restored.resolve("streamgate." + part));
    }

    TypedVerb saved = run(Map.of(), List.of("backup", folder.resolve("all.zip").toString()));

    assertThat(saved.status()).as(saved.err()).isZero();
    assertThat(data.resolve("streamgate.script")).exists();
  }

  /// A process of its own has a current folder of its own.
  private static Process typedIn(Path current, String... verb) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("dev.streamgate.server.StreamGate");
    command.addAll(List.of(verb));
    ProcessBuilder builder = new ProcessBuilder(command).directory(current.toFile());
    builder.environment().keySet().removeAll(List.of("DATA_DIR", "DATABASE_URL"));
    return builder.start();
  }

  private TypedVerb run(Map<String, String> more, List<String> verb) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("DATA_DIR", folder.resolve("data").toString());
    environment.put("STREAM_ROOT", folder.resolve("streams").toString());
    return TypedVerb.run(environment, verb.toArray(String[]::new));
  }
}
