package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The log that a killed server left, damaged where what was answered stands in it, or unfinished
/// behind that: the one is told and left as it is, the other is what a kill leaves.
@Timeout(120)
class DamagedLogTest {
  private static final int EVENTS = 3;
  private static final String EVENT = "INSERT INTO EVENTS VALUES('";
  private static final String TICKET = "INSERT INTO TICKETS VALUES('";
  private static final String COMMIT = "\nCOMMIT\n";

  /// What was killed once, for all.
  @TempDir private static Path killed = Path.of("");

  @TempDir Path folder;

  private Path data = Path.of("");
  private Path log = Path.of("");
  private Map<String, String> environment = Map.of();

  /// Ways to damage what was answered.
  enum Damage {
    NOISE,
    LETTERS_AT_THE_END_OF_A_LINE,
    A_BLOCK_OF_ZEROS,
    ONE_BIT_OF_A_KEYWORD,
    ONE_BIT_OF_A_COMMIT,
    A_QUOTE,
    A_MISSING_PIECE,
    A_LINE_TWICE;

    private String of(String log) {
      int row = log.indexOf(EVENT, log.indexOf(EVENT) + 1);
      int ticket = log.indexOf(TICKET);
      int end = log.indexOf('\n', ticket);
      return switch (this) {
        case NOISE -> over(log, row + 60, "\u00b3".repeat(30));
        case LETTERS_AT_THE_END_OF_A_LINE -> over(log, end - 9, "X".repeat(30));
        case A_BLOCK_OF_ZEROS -> over(log, row / 512 * 512 + 512, "\0".repeat(512));
        case ONE_BIT_OF_A_KEYWORD -> over(log, ticket, "H");
        case ONE_BIT_OF_A_COMMIT -> over(log, log.indexOf(COMMIT) + 1, "B");
        case A_QUOTE -> over(log, row + EVENT.length() - 1, "7");
        case A_MISSING_PIECE -> log.substring(0, end - 10) + log.substring(end + 10);
        case A_LINE_TWICE -> log.substring(0, end + 1) + log.substring(ticket);
      };
    }

    private static String over(String text, int at, String other) {
      return text.substring(0, at) + other + text.substring(at + other.length());
    }
  }

  /// What a kill or a power cut leaves of the last event.
  enum Unfinished {
    CUT_IN_A_ROW,
    CUT_IN_THE_COMMIT,
    ZEROS,
    NOISE,
    WHOLE_LINES;

    private String of(String log) {
      int row = log.lastIndexOf(EVENT);
      int ticket = log.lastIndexOf(TICKET);
      int commit = log.lastIndexOf(COMMIT);
      return switch (this) {
        case CUT_IN_A_ROW -> log.substring(0, ticket + 40);
        case CUT_IN_THE_COMMIT -> log.substring(0, commit + 4);
        case ZEROS -> log.substring(0, row + 70) + "\0".repeat(700);
        case NOISE -> log.substring(0, ticket) + "\u00ff'(\n\u0007\n\nINS";
        case WHOLE_LINES -> log.substring(0, commit + 1);
      };
    }
  }

  @BeforeAll
  static void kill() throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(killed)) {
      for (int i = 0; i < EVENTS; i++) {
        TypedVerb made =
            TypedVerb.run(
                settings(killed),
                "create-event",
                "--title=Lost",
                "--starts=2026-03-09T14:00Z",
                "--ends=2026-03-09T16:00Z",
                "--codes=5");
        assertThat(made.status()).as(made.err()).isZero();
      }
      server.kill();
    }
  }

  @BeforeEach
  void copy() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    log = data.resolve("streamgate.log");
    environment = settings(folder);
    try (Stream<Path> files = Files.list(killed.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, data.resolve(file.getFileName()));
      }
    }
  }

  private static Map<String, String> settings(Path folder) {
    return Map.of(
        "PORT", "0",
        "DATA_DIR", folder.resolve("data").toString(),
        "STREAM_ROOT", folder.resolve("streams").toString());
  }

  @ParameterizedTest
  @EnumSource
  void whatWasAnsweredIsNotLeftOutInSilence(Damage damage) throws IOException {
    change(damage::of);
    Map<String, Integer> before = FileSums.in(data);

    TypedVerb doctor = TypedVerb.run(environment, "doctor");
    TypedVerb backup = TypedVerb.run(environment, "backup", folder.resolve("b.zip").toString());
    TypedVerb start = TypedVerb.run(environment, "seed");

    String problem = "The database is damaged: " + log + " cannot be read at line ";
    assertThat(doctor.out())
        .contains("FAIL  Database: " + problem)
        .contains("Remedy: keep a copy of the folder " + data + ", then: ");
    assertThat(List.of(backup, start))
        .allSatisfy(verb -> {
          assertThat(verb.err())
              .startsWith(problem)
              .contains("\nKeep a copy of the folder " + data);
          assertThat(verb.status()).isEqualTo(2);
        });
    assertThat(folder.resolve("b.zip")).doesNotExist();
    assertThat(FileSums.in(data)).isEqualTo(before);
  }

  @Test
  void aServerThatMeetsDamageEndsForGoodAndIsReplacedByABackup()
      throws IOException, InterruptedException {
    String whole = Files.readString(log, StandardCharsets.ISO_8859_1);
    Path backup = data.resolve("streamgate-backup-20260101T000000Z.zip");
    assertThat(TypedVerb.run(environment, "backup", backup.toString()).status()).isZero();
    Files.writeString(log, Damage.A_QUOTE.of(whole), StandardCharsets.ISO_8859_1);
    copyBack("streamgate.script", "streamgate.properties", "streamgate.data");
    Map<String, Integer> before = FileSums.in(data);

    Process server = ServerProcess.launch(folder, environment, List.of());

    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isEqualTo(2);
    assertThat(folder.resolve("log")).content().contains(log.toString(), "restore " + backup);
    assertThat(FileSums.in(data)).isEqualTo(before);
    TypedVerb restore = TypedVerb.run(environment, "restore", backup.toString(), "--force");
    assertThat(restore.status()).as(restore.err()).isZero();
    assertThat(TypedVerb.run(environment, "doctor").out()).contains(EVENTS + " events");
  }

  @ParameterizedTest
  @EnumSource
  void whatWasAnsweredToNobodyIsLeftOut(Unfinished end) throws IOException {
    change(end::of);

    TypedVerb doctor = TypedVerb.run(environment, "doctor");
    TypedVerb backup = TypedVerb.run(environment, "backup", folder.resolve("b.zip").toString());

    assertThat(doctor.out()).contains("OK    Database: ", (EVENTS - 1) + " events");
    assertThat(backup.status()).as(backup.err()).isZero();
    assertThat(TypedVerb.run(environment, "doctor").out()).contains((EVENTS - 1) + " events");
  }

  /// Without knowing in which state the files are the database begins a new log.
  @ParameterizedTest
  @EnumSource
  void propertiesThatSayNothingAreTold(Properties what) throws IOException {
    Path properties = data.resolve("streamgate.properties");
    Files.writeString(properties, what.content);
    Map<String, Integer> before = FileSums.in(data);

    TypedVerb doctor = TypedVerb.run(environment, "doctor");
    TypedVerb start = TypedVerb.run(environment, "seed");

    String problem = "The database is damaged: " + properties + what.problem;
    assertThat(doctor.out()).contains("FAIL  Database: " + problem);
    assertThat(start.status()).isEqualTo(2);
    assertThat(start.err()).startsWith(problem).contains("Keep a copy of the folder " + data);
    assertThat(FileSums.in(data)).isEqualTo(before);
  }

  /// What can stand in the file of properties.
  enum Properties {
    NOISE("\\u12\u00fe\0\0#=modified", " cannot be read"),
    ANOTHER_STATE("modified=yeq\nversion=2.7.4\n", " cannot be read");

    private final String content;
    private final String problem;

    Properties(String content, String problem) {
      this.content = content;
      this.problem = problem;
    }
  }

  @Test
  void propertiesThatAreMissingAreMadeAnewAndNothingIsLost() throws IOException {
    Files.delete(data.resolve("streamgate.properties"));
    assertAllIsThere();
  }

  /// As a kill leaves them while the database writes them.
  @Test
  void propertiesThatAreEmptyAreMadeAnewAndNothingIsLost() throws IOException {
    Files.write(data.resolve("streamgate.properties"), new byte[0]);
    assertAllIsThere();
  }

  private void assertAllIsThere() {
    TypedVerb before = TypedVerb.run(environment, "doctor");
    TypedVerb backup = TypedVerb.run(environment, "backup", folder.resolve("b.zip").toString());

    assertThat(before.out()).contains(EVENTS + " events");
    assertThat(backup.status()).as(backup.err()).isZero();
    assertThat(TypedVerb.run(environment, "doctor").out()).contains(EVENTS + " events");
  }

  private void change(UnaryOperator<String> way) throws IOException {
    String before = Files.readString(log, StandardCharsets.ISO_8859_1);
    String after = way.apply(before);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(log, after, StandardCharsets.ISO_8859_1);
  }

  private void copyBack(String... names) throws IOException {
    for (String name : names) {
      Files.write(data.resolve(name), Files.readAllBytes(killed.resolve("data").resolve(name)));
    }
  }
}
