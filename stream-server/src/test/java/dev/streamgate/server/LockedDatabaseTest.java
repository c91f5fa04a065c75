package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.fixtures.TestPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that is a process of its own and has to do without its database for a while, and a
/// second one that wants the data of the first.
@Timeout(120)
class LockedDatabaseTest {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);
  private static final Duration MUCH_LONGER = Duration.ofSeconds(12);

  @TempDir Path folder;

  @Test
  void whoComesWhileATableIsLockedIsRefusedInTimeAndWhoWatchesGoesOn()
      throws IOException, SQLException {
    Map<String, String> settings = settings();
    try (ServerProcess server = ServerProcess.start(folder, settings);
        StaffClient staff = new StaffClient(server.address(), ServerProcess.PASSWORD)) {
      String event = staff.createEvent();
      Files.writeString(
          Files.createDirectories(folder.resolve("streams").resolve(event)).resolve("0.ts"), "v");
      List<String> codes = List.copyOf(staff.generateTickets(event, 2).keySet());
      String token =
          WireJson.tree(validate(staff, codes.getFirst()).body()).path("playbackToken").asText();
      String segment = "/streams/" + event + "/0.ts?__token=" + token;

      try (Connection other = session(settings)) {
        other.setAutoCommit(false);
        other.createStatement().execute("LOCK TABLE tickets IN ACCESS EXCLUSIVE MODE");
        long before = System.nanoTime();
        HttpResponse<byte[]> refused = validate(staff, codes.getLast());
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(WireJson.tree(refused.body()).path("error").asText())
            .isEqualTo("Internal server error");
        assertThat(took).isBetween(LONGEST_ANSWER.minusMillis(500), MUCH_LONGER);
        assertThat(staff.watch(segment)).as("who watches").isEqualTo(200);
      }

      assertThat(validate(staff, codes.getLast()).statusCode()).as("unlocked").isEqualTo(200);
    }
    assertThat(said())
        .contains("answering POST failed: reading a ticket by its code. The database cannot be");
  }

  /// It is the server that knows, and nothing that is full.
  @Test
  void verbsAndDoctorSayWhatTheServerKnowsOfADatabaseThatDoesNotAnswer()
      throws IOException, SQLException {
    Map<String, String> settings = settings();
    settings.put("DATA_DIR", folder.resolve("data").toString());
    try (ServerProcess _ = ServerProcess.start(folder, settings);
        Connection other = session(settings)) {
      other.setAutoCommit(false);
      other.createStatement().execute("LOCK TABLE events IN ACCESS EXCLUSIVE MODE");

      TypedVerb doctor = TypedVerb.run(settings, "doctor");
      TypedVerb seed = TypedVerb.run(settings, "seed");

      assertThat(doctor.lines())
          .filteredOn(it -> it.startsWith("FAIL"))
          .singleElement()
          .satisfies(it ->
              assertThat(it)
                  .startsWith(
                      "FAIL  Database: the database cannot be reached, or does not answer. Remedy: see that PostgreSQL runs")
                  .doesNotContain("doctor", "full", "this as the user"));
      assertThat(seed.status()).isEqualTo(1);
      assertThat(seed.err())
          .startsWith(
              "The server could not do it: the database cannot be reached, or does not answer. See that PostgreSQL runs")
          .doesNotContain("full");
    }
  }

  @Test
  void aSecondServerOnTheSameDataEndsAndTheFirstNoticesNothing()
      throws IOException, InterruptedException {
    try (ServerProcess first = ServerProcess.start(folder.resolve("first"), data());
        StaffClient staff = new StaffClient(first.address(), ServerProcess.PASSWORD)) {
      String event = staff.createEvent();

      Process second = ServerProcess.launch(folder.resolve("second"), data(), List.of());

      assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(second.exitValue()).as("it may be tried again").isEqualTo(1);
      assertThat(Files.readString(folder.resolve("second").resolve("log")).strip())
          .isEqualTo(
              "Configuration error: The data directory %s is used by another process."
                  .formatted(folder.resolve("shared")));
      assertThat(staff.generateTickets(event, 3)).hasSize(3);
      assertThat(TypedVerb.run(data(), "stop").status()).as("it is still known").isZero();
      assertThat(first.isAlive()).isFalse();
    }
  }

  private Map<String, String> data() {
    return Map.of(
        "DATA_DIR", folder.resolve("shared").toString(),
        "STREAM_ROOT", folder.resolve("streams").toString());
  }

  /// Thirty seconds are too long for a test; what is said here replaces them.
  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(TestPostgres.freshSchema());
    settings.merge("DATABASE_URL", "&socketTimeout=" + LONGEST_ANSWER.toSeconds(), String::concat);
    settings.put("PLAYBACK_SIGNING_SECRET", RunningServer.SIGNING_SECRET);
    settings.put("INTERNAL_API_KEY", RunningServer.INTERNAL_KEY);
    settings.put("STREAM_ROOT", folder.resolve("streams").toString());
    return settings;
  }

  private static Connection session(Map<String, String> settings) throws SQLException {
    return DriverManager.getConnection(
        settings.getOrDefault("DATABASE_URL", "").replaceFirst("&socketTimeout.*", ""),
        settings.getOrDefault("DATABASE_USER", ""),
        "");
  }

  private static HttpResponse<byte[]> validate(StaffClient staff, String code) {
    return staff.call("POST", "/api/tokens/validate", Map.of("code", code));
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("out")) + Files.readString(folder.resolve("log"));
  }
}
