package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.fixtures.AnotherUser;
import dev.streamgate.server.fixtures.TestCertificate;
import dev.streamgate.server.fixtures.UpstreamServer;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.DatabaseAddress;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `streamgate doctor` of servers of each role, running and stopped, sound and not.
@Timeout(120)
class DoctorVerbTest {
  private static final String SAMPLE = "5a3b1e00-0000-4000-8000-00000000000";

  @TempDir Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private Path data = Path.of("");
  private Path streams = Path.of("");

  @BeforeEach
  void configure() throws IOException {
    data = folder.resolve("data");
    streams = Files.createDirectory(folder.resolve("streams"));
    environment.put("PORT", "0");
    environment.put("DATA_DIR", data.toString());
    environment.put("STREAM_ROOT", streams.toString());
  }

  @Test
  void aServerThatWasNeverStartedIsSoundAndStaysAsItIs() {
    TypedVerb doctor = doctor();

    assertThat(doctor.status()).as(doctor.out()).isZero();
    assertThat(doctor.lines()).allMatch(it -> it.startsWith("OK "));
    assertThat(subjects(doctor))
        .contains(
            "Java",
            "Configuration",
            "Secrets",
            "Data directory",
            "Database",
            "Port 0",
            "Stream root",
            "Playlists",
            "Free disk for data",
            "Upstream",
            "CORS origin",
            "Trusted proxies");
    assertThat(data).doesNotExist();
  }

  /// Acceptance 110.
  @Test
  void aMissingPlaylistIsNamedWhetherTheServerRunsOrNot() throws IOException {
    TypedVerb.run(environment, "seed");
    playlist(SAMPLE + "3", "stream.m3u8", "#EXTM3U\n");
    namesWhatIsMissing(doctor());
    try (RunningServer _ = RunningServer.start(folder, environment)) {
      namesWhatIsMissing(doctor());
    }

    playlist(SAMPLE + "1", "master.m3u8", "\uFEFF#EXTM3U\n");
    playlist(SAMPLE + "2", "stream.m3u8", "#EXTM3U\n");
    TypedVerb doctor = doctor();
    assertThat(doctor.status()).as(doctor.out()).isZero();
    playlist(SAMPLE + "2", "stream.m3u8", "<html>");
    assertThat(line(doctor(), "FAIL  Playlist")).contains("does not begin with #EXTM3U");
  }

  @Test
  void everyProblemOfTheConfigurationIsALine() {
    environment.put("PORT", "many");
    environment.put("SESSION_TIMEOUT_SECONDS", "0");

    TypedVerb doctor = doctor();

    assertThat(doctor.status()).isEqualTo(1);
    assertThat(doctor.lines().stream().filter(it -> it.startsWith("FAIL  Configuration: ")))
        .hasSize(2);
    assertThat(line(doctor, "FAIL  Configuration: PORT must be"))
        .endsWith("Remedy: correct it in the environment");
  }

  /// One wrong value may not hide what else is wrong.
  @Test
  void whatDoesNotHangOnAWrongValueIsLookedAt() throws IOException {
    environment.put("PORT", "many");
    environment.put("UPSTREAM_ORIGIN", "nowhere");
    Files.delete(streams);

    TypedVerb doctor = doctor();

    assertThat(line(doctor, "WARN  Port: could not be looked at without PORT"))
        .contains("mend what is told of the configuration");
    assertThat(line(doctor, "WARN  Upstream")).contains("without UPSTREAM_ORIGIN");
    assertThat(line(doctor, "WARN  Stream root")).contains(" is not there");
    assertThat(line(doctor, "OK    Database")).contains("is filled at the first start");
    assertThat(subjects(doctor)).contains("Secrets", "Free disk for data", "Trusted proxies");

    environment.put("DATABASE_URL", "jdbc:none");
    TypedVerb blind = doctor();
    assertThat(line(blind, "WARN  Database")).contains("without DATABASE_URL");
    assertThat(line(blind, "OK    Trusted proxies")).contains("none");
    assertThat(data).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--DATABASE_ULR=jdbc:postgresql://db/x", "--DATABASE_PASSWORD=x", "DATA_DIR=/srv"})
  void whereTheDataIsNamedInVainNoOtherIsLookedAt(String argument) {
    TypedVerb doctor = TypedVerb.run(environment, "doctor", argument);

    assertThat(doctor.status()).isEqualTo(1);
    assertThat(line(doctor, "FAIL  Configuration")).endsWith("correct it in the command line");
    assertThat(doctor.lines())
        .noneMatch(it -> it.startsWith("OK    Database") || it.startsWith("OK    Data directory"));
  }

  @Test
  void openSecretsAndAnOpenFolderAreFound() throws IOException {
    TypedVerb.run(environment, "seed");
    Path secrets = data.resolve("secrets.properties");
    Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));

    TypedVerb doctor = doctor();

    assertThat(line(doctor, "FAIL  Secret files")).contains("Remedy: chmod 600 " + secrets);
    assertThat(line(doctor, "WARN  Data directory")).contains("chmod 700");
    Files.writeString(
        secrets, "PLAYBACK_SIGNING_SECRET=changeme\nINTERNAL_API_KEY=" + "x".repeat(40) + "\n");
    assertThat(doctor().out()).contains("PLAYBACK_SIGNING_SECRET is a placeholder");
  }

  @Test
  void aTakenPortIsFound() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      environment.put("PORT", Integer.toString(taken.getLocalPort()));

      TypedVerb doctor = doctor();

      assertThat(doctor.status()).isEqualTo(1);
      assertThat(line(doctor, "FAIL  Port " + taken.getLocalPort())).contains("name another port");
    }
  }

  @Test
  void anOlderDatabaseIsToldAndLeftAsItIs() {
    try (Database database = Database.open(DatabaseAddress.embedded(data))) {
      run(database, "DELETE FROM \"flyway_schema_history\" WHERE \"version\" = '9'");
    }
    assertThat(line(doctor(), "WARN  Database")).contains("schema 8; the next start upgrades it");
    assertThat(line(doctor(), "WARN  Database")).contains("schema 8; the next start upgrades it");
  }

  @Test
  void aNewerDatabaseIsTold() {
    try (Database database = Database.open(DatabaseAddress.embedded(data))) {
      run(
          database,
          "UPDATE \"flyway_schema_history\" SET \"version\" = '99' WHERE \"version\" = '9'");
    }
    assertThat(line(doctor(), "FAIL  Database")).contains("its schema is 99");
  }

  @Test
  void anUnreachableDatabaseIsToldWithoutItsPassword() {
    environment.put("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none?password=geheim");
    environment.put("PLAYBACK_SIGNING_SECRET", RunningServer.SIGNING_SECRET);
    environment.put("INTERNAL_API_KEY", RunningServer.INTERNAL_KEY);

    TypedVerb doctor = doctor();

    assertThat(line(doctor, "FAIL  Database")).contains("must be a database that can be reached");
    assertThat(doctor.out()).doesNotContain("geheim");
    assertThat(TypedVerb.run(environment, "seed").status()).as("worth another try").isEqualTo(1);
  }

  @Test
  void aSecretMayBeReadByTheGroupOfTheServer() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), RunningServer.INTERNAL_KEY);
    environment.put("INTERNAL_API_KEY_FILE", key.toString());
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(doctor().out()).doesNotContain("FAIL  Secret files");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(line(doctor(), "FAIL  Secret files")).endsWith("Remedy: chmod g-w,o-rwx " + key);
  }

  @Test
  void theCertificateIsLookedAtAndIsNoProxy() throws IOException {
    TestCertificate certificate = TestCertificate.in(folder);
    environment.put("TLS_CERTIFICATE", certificate.files().certificate().toString());
    environment.put("TLS_PRIVATE_KEY", certificate.files().privateKey().toString());
    TypedVerb sound = doctor();
    assertThat(line(sound, "OK    Certificate")).contains("server.crt");
    assertThat(line(sound, "OK    Trusted proxies")).contains("none");
    Files.writeString(certificate.files().privateKey(), "no key");
    assertThat(line(doctor(), "FAIL  Certificate")).contains("TLS_PRIVATE_KEY must be a PEM file");
  }

  @Test
  void anEncoderThatHasStoppedIsFound() throws IOException {
    TypedVerb.run(environment, "seed");
    playlist(SAMPLE + "2", "master.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n360.m3u8\n");
    playlist(SAMPLE + "2", "360.m3u8", "#EXTM3U\n#EXTINF:2,\na.ts\n");
    playlist(SAMPLE + "2", "a.ts", "video");
    assertThat(doctor().out()).doesNotContain("has not changed");
    for (String name : List.of("master.m3u8", "360.m3u8")) {
      Path file = streams.resolve(SAMPLE + "2").resolve(name);
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(90)));
    }
    assertThat(doctor().lines())
        .anyMatch(it -> it.startsWith("WARN  Playlist") && it.contains("has not changed"));
    playlist(SAMPLE + "2", "360.m3u8", "#EXTM3U\n#EXTINF:2,\na.ts\n");
    assertThat(doctor().out()).doesNotContain("has not changed");
  }

  @Test
  void upstreamIsAsked() throws IOException {
    try (UpstreamServer upstream = new UpstreamServer()) {
      environment.put("UPSTREAM_ORIGIN", upstream.origin());
      assertThat(line(doctor(), "OK    Upstream")).contains("answers");
    }
    assertThat(line(doctor(), "FAIL  Upstream")).contains("Remedy: correct UPSTREAM_ORIGIN");
  }

  @Test
  void everybodyIsNoProxy() {
    environment.put("TRUSTED_PROXIES", "0.0.0.0/0");
    assertThat(line(doctor(), "FAIL  Trusted proxies")).contains("everybody");
    environment.remove("TRUSTED_PROXIES");
    environment.put("PLATFORM_APP_URL", "https://gate.example.com");
    assertThat(line(doctor(), "WARN  Trusted proxies")).contains("name the proxy");
  }

  @Test
  void anEdgeComparesKeysAndClockWithItsPlatform() {
    try (RunningServer platform = RunningServer.start(folder)) {
      Map<String, String> edge = edgeOf(platform.url(""));
      TypedVerb sound = TypedVerb.run(edge, "doctor");
      assertThat(sound.status()).as(sound.out()).isZero();
      assertThat(sound.lines())
          .contains(
              "OK    Keys shared with the platform: are the same",
              "OK    Clock: is the platform's");

      edge.put("INTERNAL_API_KEY", "another-key-of-the-tests-0123456789");
      assertThat(line(TypedVerb.run(edge, "doctor"), "FAIL  Keys"))
          .contains("another INTERNAL_API_KEY");
      edge.put("INTERNAL_API_KEY", RunningServer.INTERNAL_KEY);
      edge.put("PLAYBACK_SIGNING_SECRET", "another-secret-of-the-tests-0123456789");
      assertThat(line(TypedVerb.run(edge, "doctor"), "FAIL  Keys"))
          .contains("another PLAYBACK_SIGNING_SECRET");
    }
    TypedVerb alone = TypedVerb.run(edgeOf("http://localhost:1"), "doctor");
    assertThat(alone.status()).isEqualTo(1);
    assertThat(line(alone, "FAIL  Platform")).contains("Remedy: ");
  }

  @Test
  void missingKeysOfAPlatformAreLinesAndTheRestIsLookedAt() {
    environment.put("ROLE", "platform");

    TypedVerb doctor = doctor();

    assertThat(doctor.status()).isEqualTo(1);
    assertThat(doctor.out())
        .contains("FAIL  Configuration: Missing required environment variable: INTERNAL_API_KEY")
        .contains("Free disk for data");
  }

  /// New ones would part it from its platform.
  @Test
  void aKeyThatAnEdgeLacksIsCopiedFromThePlatform() {
    Map<String, String> edge = edgeOf("http://localhost:1");
    edge.remove("INTERNAL_API_KEY");
    assertThat(line(TypedVerb.run(edge, "doctor"), "FAIL  Secrets"))
        .contains("Missing required environment variable: INTERNAL_API_KEY. Remedy: copy")
        .contains("from the platform")
        .doesNotContain("generate-secret");
  }

  @Test
  void aKeyThatOtherServersOnADatabaseMayHaveIsCopiedFromThere() {
    environment.put("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none");
    assertThat(line(doctor(), "FAIL  Secrets"))
        .contains("Remedy: copy")
        .contains("from the other servers of this database")
        .contains("the first one: streamgate generate-secret --env");
  }

  @Test
  void secretsThatAreGoneFromTheirFileAreMadeAnewAndThatIsTold() throws IOException {
    TypedVerb.run(environment, "seed");
    Path secrets = data.resolve("secrets.properties");
    Files.writeString(secrets, "");

    assertThat(line(doctor(), "WARN  Secrets"))
        .contains(secrets + " lacks PLAYBACK_SIGNING_SECRET, INTERNAL_API_KEY")
        .contains("the next start makes new ones")
        .contains("Remedy: put the file back");
  }

  @Test
  void secretsThatThisUserMayNotReadAreNotToBeMadeAnew() throws IOException {
    TypedVerb.run(environment, "seed");
    Path secrets = data.resolve("secrets.properties");
    doctor();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(line(AnotherUser.tries(this::doctor), "FAIL  Secrets"))
        .isEqualTo(
            "FAIL  Secrets: this user may not read %s. Remedy: run this as the user that the server runs as"
                .formatted(secrets));
  }

  /// It runs with what was configured when it was started.
  @Test
  void aStreamRootThatWasConfiguredAfterTheStartIsToldAndLookedAt() throws IOException {
    Path other = folder.resolve("other");
    try (RunningServer _ = RunningServer.start(folder, environment)) {
      assertThat(doctor().lines()).contains("OK    Stream root: " + streams);
      environment.put("STREAM_ROOT", other.toString());

      TypedVerb doctor = doctor();

      assertThat(doctor.lines())
          .contains(
              "OK    Stream root: " + streams,
              "WARN  Stream root: the server still runs with %s, and the configuration says %s. Remedy: restart the server"
                  .formatted(streams, other))
          .anyMatch(it -> it.startsWith("WARN  Stream root: " + other + " is not there"));
    }
  }

  private Map<String, String> edgeOf(String platform) {
    Map<String, String> edge = new HashMap<>(environment);
    edge.put("ROLE", "media");
    edge.put("DATA_DIR", folder.resolve("edge").toString());
    edge.put("PLATFORM_APP_URL", platform);
    edge.put("CORS_ALLOWED_ORIGIN", platform);
    edge.put("PLAYBACK_SIGNING_SECRET", RunningServer.SIGNING_SECRET);
    edge.put("INTERNAL_API_KEY", RunningServer.INTERNAL_KEY);
    return edge;
  }

  private static void namesWhatIsMissing(TypedVerb doctor) {
    assertThat(doctor.status()).isEqualTo(1);
    assertThat(line(doctor, "FAIL  Playlist of \"Summer Night Live\""))
        .contains("there is no folder ")
        .contains(" with stream.m3u8 or master.m3u8")
        .contains("Remedy: ");
    assertThat(line(doctor, "WARN  Playlist of \"Jazz in the Courtyard\"")).contains(SAMPLE + "1");
    assertThat(line(doctor, "OK    Playlist of \"Chamber Music, Last Night\""))
        .contains("stream.m3u8");
  }

  private static void run(Database database, String sql) {
    database.update("changing the list of migrations", handle -> handle.execute(sql));
  }

  private void playlist(String event, String name, String text) throws IOException {
    Files.writeString(Files.createDirectories(streams.resolve(event)).resolve(name), text);
  }

  private static List<String> subjects(TypedVerb doctor) {
    return doctor.lines().stream().map(it -> it.substring(6, it.indexOf(':'))).toList();
  }

  private static String line(TypedVerb doctor, String start) {
    return doctor.lines().stream()
        .filter(it -> it.startsWith(start))
        .findFirst()
        .orElseThrow(() -> new AssertionError(start + " is not in\n" + doctor.out()));
  }

  private TypedVerb doctor() {
    return TypedVerb.run(environment, "doctor");
  }
}
