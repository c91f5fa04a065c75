package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The verbs that work with data, while a server runs and while none does.
@OnEveryDatabase
@Timeout(120)
class DataVerbsTest {
  private static final String STARTS = "2039-12-24T20:00:00+01:00";
  private static final String ENDS = "2039-12-24T23:00:00+01:00";

  @TempDir Path folder;

  private final TestDatabase kind;
  private Map<String, String> environment = Map.of();

  DataVerbsTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void configure() {
    Map<String, String> settings = new HashMap<>();
    if (kind == TestDatabase.POSTGRESQL) {
      settings.putAll(kind.settings());
    }
    settings.put("PORT", "0");
    settings.put("DATA_DIR", folder.resolve("data").toString());
    settings.put("STREAM_ROOT", folder.resolve("streams").toString());
    settings.put("PLAYBACK_SIGNING_SECRET", RunningServer.SIGNING_SECRET);
    settings.put("INTERNAL_API_KEY", RunningServer.INTERNAL_KEY);
    environment = Map.copyOf(settings);
  }

  @Test
  void theSampleEventsAreReplacedAndNothingElse() {
    TypedVerb other = run("create-event", "--title", "Mine", "--starts", STARTS, "--ends", ENDS);
    TypedVerb first = run("seed");
    TypedVerb second = run("seed");

    assertThat(other.status()).as(other.err()).isZero();
    for (TypedVerb seeded : List.of(first, second)) {
      assertThat(seeded.status()).as(seeded.err()).isZero();
      assertThat(seeded.lines()).hasSize(4);
      assertThat(seeded.lines().getLast()).isEqualTo("Sample data loaded: 3 events, 30 tickets.");
      assertThat(seeded.lines().getFirst())
          .matches(
              "Jazz in the Courtyard  \\S+ \\d\\d:\\d\\dZ – \\S+ \\d\\d:\\d\\dZ  unused \\S{14},"
                  + " redeemed \\S{14}, revoked \\S{14}, expired \\S{14}");
    }
    try (RunningServer server = RunningServer.start(folder, environment)) {
      GateCalls calls = new GateCalls(server);
      JsonNode events = GateCalls.json(server.get("/api/admin/events", calls.owner())).path("data");
      assertThat(events.findValuesAsText("title"))
          .containsExactlyInAnyOrder(
              "Mine", "Jazz in the Courtyard", "Summer Night Live", "Chamber Music, Last Night");
      for (JsonNode event : events) {
        if (!event.path("title").asText().equals("Mine")) {
          assertThat(states(server, calls, event.path("id").asText()))
              .isEqualTo(Map.of("unused", 5L, "redeemed", 3L, "revoked", 1L, "expired", 1L));
        }
      }
    }
  }

  @Test
  void sampleCodesOpenTheNewEventAlsoAfterARestart() throws IOException {
    Path stream = folder.resolve("streams").resolve("5a3b1e00-0000-4000-8000-000000000002");
    Files.createDirectories(stream);
    Files.writeString(stream.resolve("a.ts"), "video");
    String token;
    try (RunningServer server = RunningServer.start(folder, environment)) {
      String formerToken = token(server, unused(run("seed")));
      token = token(server, unused(run("seed")));

      assertThat(opens(server, formerToken)).isEqualTo(403);
      assertThat(opens(server, token)).isEqualTo(200);
    }
    try (RunningServer server = RunningServer.start(folder, environment)) {
      assertThat(opens(server, token)).isEqualTo(200);
    }
  }

  @Test
  void anEventIsMadeWithItsCodesWhoeverDoesIt() {
    String[] typed = {
      "create-event",
      "--title",
      "A show",
      "--starts",
      STARTS,
      "--ends",
      ENDS,
      "--codes",
      "3",
      "--label",
      "Row 1",
      "--window",
      "24"
    };
    isMade(run(typed));
    try (RunningServer server = RunningServer.start(folder, environment)) {
      TypedVerb made = run(typed);
      isMade(made);
      GateCalls calls = new GateCalls(server);
      JsonNode ticket =
          GateCalls.json(
                  calls.staff("POST", "tokens/lookup", Map.of("code", made.lines().getLast())))
              .path("data");
      assertThat(ticket.toString()).contains("A show").contains("Row 1");
      assertThat(calls.audit("action=EVENT_CREATED").get(0).path("actor").asText())
          .isEqualTo("system");
    }
  }

  @Test
  void wrongOrdersMakeNothing() {
    assertWrong("Start must be before end.", "--starts", ENDS, "--ends", STARTS);
    assertWrong("Count must be", "--starts", STARTS, "--ends", ENDS, "--codes", "501");
    assertWrong("Access window", "--starts", STARTS, "--ends", ENDS, "--window", "0");
    assertWrong("is no time such as", "--starts", "tomorrow", "--ends", ENDS);
    assertWrong("Missing required option", "--starts", STARTS);
    assertWrong("is not a key", "--starts", STARTS, "--ends", ENDS, "--NOTHING=1");
    try (RunningServer server = RunningServer.start(folder, environment)) {
      assertWrong("Start must be before end.", "--starts", ENDS, "--ends", STARTS);
      GateCalls calls = new GateCalls(server);
      assertThat(GateCalls.json(server.get("/api/admin/events", calls.owner())).path("data"))
          .isEmpty();
    }
  }

  @Test
  void aBackupIsTakenFromWhoeverHasTheData() throws IOException {
    run("seed");
    Path stopped = folder.resolve("stopped.zip");
    Path running = folder.resolve("running.zip");

    TypedVerb first = run("backup", stopped.toString());
    try (RunningServer _ = RunningServer.start(folder, environment)) {
      TypedVerb second = run("backup", running.toString(), "--with-secrets");
      assertThat(second.status()).as(second.err()).isZero();
      assertThat(second.out() + second.err())
          .contains(
              kind == TestDatabase.HSQLDB
                  ? "It holds the server's secrets."
                  : "There is no secrets.properties");
      assertThat(run("restore", running.toString(), "--force").err()).contains("Stop it first");
    }

    assertThat(first.status()).as(first.err()).isZero();
    assertThat(first.lines().getFirst()).isEqualTo("Backup " + stopped);
    assertThat(first.lines().get(1)).matches("Rows \\d+ in 15 tables");
    assertThat(first.lines().get(2)).matches("Size \\d+\\.\\d kB");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stopped)))
        .isEqualTo("rw-------");
    byte[] before = Files.readAllBytes(stopped);
    assertThat(run("backup", stopped.toString()).status()).isEqualTo(1);
    assertThat(stopped).hasBinaryContent(before);
    assertThat(run("backup", folder.resolve("nowhere/x.zip").toString()).status()).isEqualTo(1);
    assertThat(run("backup", folder.resolve("nowhere") + "/").err())
        .contains("There is no folder " + folder.resolve("nowhere"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(it -> it.endsWith(".part"));
    }
  }

  /// Nobody, not even root, may make files in the folder of the processes.
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatTakesNoFileIsNamedAndNotTheFile() {
    run("seed");
    TypedVerb backup = run("backup", "/proc");

    assertThat(backup.status()).isEqualTo(1);
    assertThat(backup.err().strip()).isEqualTo("Failed: /proc: takes no file");
  }

  /// From here into the other kind of database and back (acceptance 109).
  @Test
  void aBackupMovesToTheOtherKindOfDatabaseAndBack() {
    run("seed");
    String there = folder.resolve("there.zip").toString();
    String back = folder.resolve("back.zip").toString();
    assertThat(run("backup", there).status()).isZero();
    Map<String, String> other = new HashMap<>(environment);
    other.put("DATA_DIR", folder.resolve("other").toString());
    other.remove("DATABASE_URL");
    other.remove("DATABASE_USER");
    if (kind == TestDatabase.HSQLDB) {
      other.putAll(TestDatabase.POSTGRESQL.settings());
    }

    assertThat(run("restore", there).err()).contains("3 events, 30 tickets and 0 accounts");
    TypedVerb moved = TypedVerb.run(other, "restore", there);
    assertThat(moved.status()).as(moved.err()).isZero();
    assertThat(moved.out()).startsWith("Restored ").contains("by version");
    assertThat(TypedVerb.run(other, "backup", back).status()).isZero();
    assertThat(run("restore", back).status()).isEqualTo(1);
    assertThat(run("restore", back, "--force").status()).isZero();
    try (RunningServer server = RunningServer.start(folder, environment)) {
      GateCalls calls = new GateCalls(server);
      assertThat(GateCalls.json(server.get("/api/admin/events", calls.owner())).path("data"))
          .hasSize(3);
      assertThat(calls.audit("action=RESTORED")).hasSize(2);
    }
  }

  @Test
  void theFeedHasAnotherNameAfterARestore() {
    String zip = folder.resolve("backup.zip").toString();
    String before;
    try (RunningServer server = RunningServer.start(folder, environment)) {
      before = logId(server);
      run("backup", zip);
    }
    try (RunningServer server = RunningServer.start(folder, environment)) {
      assertThat(logId(server)).isEqualTo(before);
      new GateCalls(server).owner();
    }
    assertThat(run("restore", zip, "--force").status()).isZero();
    try (RunningServer server = RunningServer.start(folder, environment)) {
      assertThat(logId(server)).isNotEqualTo(before);
    }
  }

  private static String logId(RunningServer server) {
    var request =
        server
            .request("/api/revocations?cursor=0", "")
            .header("X-Internal-Api-Key", RunningServer.INTERNAL_KEY);
    return GateCalls.json(server.send(request.GET().build())).path("logId").asText();
  }

  @Test
  void theFolderOfAnEventIsAsOpenAsTheStreamRoot() throws IOException {
    Path root = Files.createDirectory(folder.resolve("streams"));
    Files.setAttribute(root, "unix:mode", 02770);

    TypedVerb made = run("create-event", "--title", "Mine", "--starts", STARTS, "--ends", ENDS);

    Path stream = Path.of(made.lines().get(1).replace("Folder ", ""));
    assertThat((int) Files.getAttribute(stream, "unix:mode") & 07777).isEqualTo(02770);
    assertThat(made.err()).contains("Let the encoder write stream.m3u8");
    Files.delete(stream);
    Files.delete(root);
    TypedVerb homeless = run("create-event", "--title", "Mine", "--starts", STARTS, "--ends", ENDS);
    assertThat(homeless.status()).isZero();
    assertThat(homeless.err()).contains("is not there yet and could not be made");
    assertThat(root).doesNotExist();
  }

  private void isMade(TypedVerb made) {
    assertThat(made.status()).as(made.err()).isZero();
    assertThat(made.lines()).hasSize(5);
    String id = made.lines().getFirst().replace("Event ", "");
    assertThat(made.lines().get(1)).isEqualTo("Folder " + folder.resolve("streams").resolve(id));
    assertThat(made.lines().subList(2, 5)).allMatch(it -> it.matches("(\\w{4}-){2}\\w{4}"));
  }

  private void assertWrong(String words, String... options) {
    String[] typed =
        Stream.concat(Stream.of("create-event", "--title", "A show"), Stream.of(options))
            .toArray(String[]::new);
    TypedVerb refused = run(typed);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains(words);
    assertThat(refused.out()).isEmpty();
  }

  private static Map<String, Long> states(RunningServer server, GateCalls calls, String event) {
    JsonNode tickets =
        GateCalls.json(server.get("/api/admin/events/" + event + "/tokens?limit=50", calls.owner()))
            .path("data");
    Map<String, Long> states = new HashMap<>();
    tickets.forEach(ticket -> states.merge(ticket.path("status").asText(), 1L, Long::sum));
    return states;
  }

  private static String unused(TypedVerb seeded) {
    return seeded.lines().get(1).replaceFirst(".*unused (\\S{14}).*", "$1");
  }

  private static String token(RunningServer server, String code) {
    return GateCalls.json(new GateCalls(server).validate(Map.of("code", code)))
        .path("playbackToken")
        .asText();
  }

  private static int opens(RunningServer server, String token) {
    String path = "/streams/5a3b1e00-0000-4000-8000-000000000002/a.ts";
    return server.get(path, token).statusCode();
  }

  private TypedVerb run(String... arguments) {
    return TypedVerb.run(environment, arguments);
  }
}
