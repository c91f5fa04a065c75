package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.cli.StartedServer;
import dev.streamgate.server.fixtures.TestCertificate;
import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.staff.bcrypt.BcryptPasswords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What `docs/monitoring` tells of figures is what servers answer, and what the pages and files ask
/// for is in its list.
@Timeout(60)
class MonitoringFilesTest {
  private static final Path FILES = Path.of("../docs/monitoring");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(streamgate_[a-z_]+)` \\| ([a-z, ]+) \\|");
  private static final Pattern ASKED = Pattern.compile("streamgate(?:_[a-z]+)+");
  private static final Pattern LONGEST = Pattern.compile("`(streamgate_[a-z_]+_max)`");
  private static final Pattern SHOWN = Pattern.compile("(?m)^# TYPE (streamgate_[a-z_]+) ");

  @TempDir Path folder;

  @Test
  void serversOfEachRoleAnswerWhatIsListedForThem() throws IOException {
    Map<String, String> encrypting = encrypting();
    Map<String, String> platform =
        settings(
            encrypting,
            Map.of(
                "ROLE", "platform",
                "HLS_SERVER_BASE_URL", "http://localhost:9",
                "ADMIN_PASSWORD_HASH", new BcryptPasswords().hash("correct horse battery")));
    Map<String, String> all = settings(encrypting, Map.of("UPSTREAM_ORIGIN", "http://localhost:9"));
    try (RunningServer server = RunningServer.start(folder.resolve("all"), all)) {
      assertThat(figures(server)).isEqualTo(listed("all"));
    }
    try (RunningServer server = RunningServer.start(folder.resolve("platform"), platform)) {
      assertThat(figures(server)).isEqualTo(listed("platform"));
      assertThat(figuresOfAnEdge(server, encrypting)).isEqualTo(listed("media"));
    }
  }

  @Test
  void filesAndPagesAskForNothingElse() throws IOException {
    Set<String> known = Set.copyOf(roles().keySet());
    for (Path file :
        List.of(
            FILES.resolve("alerts.yml"),
            FILES.resolve("grafana-dashboard.json"),
            Path.of("../docs/operating.md"),
            Path.of("../docs/troubleshooting.md"),
            Path.of("../docs/deployment.md"))) {
      assertThat(names(file)).as(file.toString()).isSubsetOf(known);
    }
    assertThat(names(FILES.resolve("alerts.yml")))
        .contains(
            "streamgate_disk_free_bytes",
            "streamgate_segment_cache_failing",
            "streamgate_certificate_end_timestamp_seconds",
            "streamgate_streams_silent",
            "streamgate_edges_lost",
            "streamgate_edges_behind_seconds");
  }

  /// A figure that is no number switches the rule about its size off.
  @Test
  void rulesTellOfFiguresThatAreNoNumbers() throws IOException {
    String rules = Files.readString(FILES.resolve("alerts.yml"));
    for (String figure :
        List.of(
            "streamgate_disk_free_bytes",
            "streamgate_streams_silent",
            "streamgate_edges_lost",
            "streamgate_edges_behind_seconds")) {
      assertThat(rules).contains(figure + " != " + figure + "\n");
    }
    assertThat(new YAMLMapper().readTree(rules).at("/groups/0/rules")).hasSizeGreaterThan(10);
  }

  @Test
  void edgesAreScrapedAsTheDeploymentGuideStartsThem() throws IOException {
    String guide = Files.readString(Path.of("../docs/deployment.md"));
    String several = guide.substring(guide.indexOf("## C: "));
    JsonNode job =
        new YAMLMapper()
            .readTree(Files.readString(FILES.resolve("prometheus.yml")))
            .path("scrape_configs")
            .path(0);
    JsonNode edges = job.path("static_configs").path(1);

    assertThat(several.substring(several.indexOf("ROLE=media"), several.indexOf("## nginx in")))
        .doesNotContain("TLS_CERTIFICATE");
    assertThat(edges.path("labels").path("role").asText()).isEqualTo("media");
    assertThat(edges.path("labels").path("__scheme__").asText()).isEqualTo("http");
    assertThat(several).contains("export PORT=8080 ");
    edges.path("targets").forEach(it -> assertThat(it.asText()).endsWith(":8080"));
  }

  @Test
  void theDashboardIsJsonWithPanels() throws IOException {
    assertThat(
            WireJson.tree(Files.readAllBytes(FILES.resolve("grafana-dashboard.json")))
                .path("panels"))
        .isNotEmpty();
  }

  private Map<String, String> encrypting() throws IOException {
    TestCertificate certificate =
        TestCertificate.in(Files.createDirectory(folder.resolve("certificate")));
    return Map.of(
        "TLS_CERTIFICATE", certificate.files().certificate().toString(),
        "TLS_PRIVATE_KEY", certificate.files().privateKey().toString());
  }

  private static Map<String, String> settings(Map<String, String> some, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(some);
    settings.putAll(more);
    return settings;
  }

  /// Of a server that has seen a little of everything.
  private static Set<String> figures(RunningServer server) {
    GateCalls calls = new GateCalls(server);
    calls.validate(Map.of("code", "7K3M-9QWX-2HTW"));
    for (int sent = 0; sent < 31; sent++) {
      server.post("/api/client-errors", "", Map.of("type", "other"));
    }
    return shown(calls.metrics());
  }

  private Set<String> figuresOfAnEdge(RunningServer platform, Map<String, String> encrypting) {
    Map<String, String> settings =
        settings(
            encrypting,
            Map.of(
                "ROLE",
                "media",
                "PORT",
                "0",
                "DATA_DIR",
                folder.resolve("edge").toString(),
                "UPSTREAM_ORIGIN",
                "http://localhost:9",
                "SEGMENT_CACHE_ROOT",
                folder.resolve("cache").toString(),
                "PLATFORM_APP_URL",
                platform.url(""),
                "CORS_ALLOWED_ORIGIN",
                platform.url(""),
                "INTERNAL_API_KEY",
                RunningServer.INTERNAL_KEY,
                "PLAYBACK_SIGNING_SECRET",
                RunningServer.SIGNING_SECRET));
    StartedServer edge =
        new Servers(InstantSource.system())
            .start(ServerConfig.load(new ConfigSources().environment(settings)));
    try {
      String address = "http://localhost:" + edge.port();
      get(platform, address + "/streams/evt/stream.m3u8");
      return shown(get(platform, address + "/metrics").body());
    } finally {
      edge.stop();
    }
  }

  private static HttpResponse<String> get(RunningServer sender, String address) {
    return sender.send(HttpRequest.newBuilder(URI.create(address)).build());
  }

  /// What a histogram adds by itself is no figure of its own, and has its name all the same.
  private static Set<String> shown(String metrics) {
    Set<String> shown = new TreeSet<>();
    SHOWN.matcher(metrics).results().forEach(it -> shown.add(it.group(1)));
    Set<String> longest = new TreeSet<>(shown);
    longest.removeIf(name -> !name.endsWith("_max"));
    assertThat(longestListed()).containsAll(longest);
    assertThat(longest).isNotEmpty().allMatch(it -> shown.contains(it.replace("_max", "")));
    shown.removeAll(longest);
    return shown;
  }

  private static Set<String> longestListed() {
    try {
      return LONGEST
          .matcher(Files.readString(FILES.resolve("README.md")))
          .results()
          .map(it -> it.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> listed(String role) throws IOException {
    return roles().entrySet().stream()
        .filter(it -> it.getValue().contains(role))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, List<String>> roles() throws IOException {
    Map<String, List<String>> roles = new TreeMap<>();
    ROW.matcher(Files.readString(FILES.resolve("README.md")))
        .results()
        .forEach(it -> roles.put(it.group(1), Arrays.asList(it.group(2).split(", "))));
    return roles;
  }

  private static Set<String> names(Path file) throws IOException {
    Stream<String> found = ASKED.matcher(Files.readString(file)).results().map(MatchResult::group);
    return found
        .map(name -> name.replaceFirst("_(bucket|count|sum)$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
