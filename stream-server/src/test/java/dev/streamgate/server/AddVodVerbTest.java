package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `streamgate add-vod`: from a folder of HLS files to an event that plays them.
@Timeout(120)
class AddVodVerbTest {
  @TempDir Path folder;

  private Path film = Path.of("");
  private Path streams = Path.of("");
  private Map<String, String> environment = Map.of();

  @BeforeEach
  void lay() throws IOException {
    film = folder.resolve("film");
    Files.createDirectories(film.resolve("v0"));
    streams = folder.resolve("streams");
    environment =
        Map.of("DATA_DIR", folder.resolve("data").toString(), "STREAM_ROOT", streams.toString());
    write("master.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv0/i.m3u8\n");
    write("v0/i.m3u8", "#EXTM3U\n#EXT-X-ENDLIST\n");
    write("v0/s 1.ts", "video");
    write("notes.txt", "not for viewers");
    write(".hidden.ts", "nor this");
  }

  @Test
  void theFilesAreCopiedAndWhatIsLeftOutIsNamed() throws IOException {
    TypedVerb added = add("--from", film.toString());

    assertThat(added.status()).as(added.err()).isZero();
    Path copy = folderOf(added);
    assertThat(copy.resolve("master.m3u8")).hasSameTextualContentAs(film.resolve("master.m3u8"));
    assertThat(copy.resolve("v0/s 1.ts")).hasContent("video");
    assertThat(files(copy)).hasSize(3);
    assertThat(added.out()).contains("Copied 3 files, ");
    assertThat(added.err()).contains("Left out 2 files").doesNotContain("There is no stream.m3u8");
  }

  @Test
  void aRunningServerMakesTheEventAndPlaysIt() {
    try (RunningServer server = RunningServer.start(folder)) {
      TypedVerb added = add("--from", film.toString());
      assertThat(added.status()).as(added.err()).isZero();
      String event = added.lines().getFirst().replace("Event ", "");

      GateCalls calls = new GateCalls(server);
      String code = calls.ticket(event, Map.of("count", 1)).path("code").asText();
      String token =
          GateCalls.json(calls.validate(Map.of("code", code))).path("playbackToken").asText();
      assertThat(server.get("/streams/" + event + "/master.m3u8", token).statusCode())
          .isEqualTo(200);
      assertThat(server.get("/streams/" + event + "/v0/s%201.ts", token).body()).isEqualTo("video");
    }
  }

  @Test
  void aMissingPlaylistIsWarnedOf() throws IOException {
    Files.delete(film.resolve("master.m3u8"));

    TypedVerb added = add("--from", film.toString());

    assertThat(added.status()).isZero();
    assertThat(added.err()).contains("There is no stream.m3u8 or master.m3u8 in");
  }

  @Test
  void withoutFilesTheFolderIsNamed() {
    TypedVerb added = add();

    assertThat(added.status()).isZero();
    assertThat(folderOf(added)).isEmptyDirectory();
    assertThat(added.lines().getLast()).startsWith("Copy the HLS files there");
  }

  @Test
  void wrongSourcesMakeNothing() throws IOException {
    assertThat(add("--from", folder.resolve("nowhere").toString()).status()).isEqualTo(2);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(add("--from", empty.toString()).err()).contains("There are no HLS files in");
    assertThat(add("--starts", "2039-01-01T00:00Z").status()).isEqualTo(2);
    assertThat(folder.resolve("data")).doesNotExist();
    assertThat(streams).doesNotExist();
  }

  @Test
  void aCopyThatFailsIsAdmittedAndShowsNobodyHalfOfIt() throws IOException {
    Files.delete(film.resolve("v0/s 1.ts"));
    Path unreadable = film.resolve("v0/zz.ts");
    Files.createSymbolicLink(unreadable, Path.of("/proc/self/mem"));

    TypedVerb added = add("--from", film.toString());

    assertThat(added.status()).isEqualTo(1);
    assertThat(added.err()).contains("Only 0 of 3 files are in").contains("the event is there");
    assertThat(files(folderOf(added))).isEmpty();
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> found = Files.walk(root)) {
      return found.filter(Files::isRegularFile).toList();
    }
  }

  private static Path folderOf(TypedVerb added) {
    return Path.of(added.lines().get(1).replace("Folder ", ""));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(film.resolve(file), text);
  }

  private TypedVerb add(String... more) {
    String[] typed =
        Stream.concat(Stream.of("add-vod", "--title", "A film"), Stream.of(more))
            .toArray(String[]::new);
    return TypedVerb.run(environment, typed);
  }
}
