package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Verbs that were called in a folder without data.
@Timeout(60)
class MissingDataTest {
  @TempDir Path folder;

  @Test
  void saySoAndMakeNothing() {
    Path data = folder.resolve("data");
    for (List<String> verb : verbs()) {
      TypedVerb refused = run(Map.of(), verb);

      assertThat(refused.status()).as(refused.err()).isEqualTo(2);
      assertThat(refused.out()).isEmpty();
      assertThat(refused.err())
          .startsWith("There is no StreamGate data in " + data + ", and none was made.")
          .contains("--DATA_DIR=", "/var/lib/streamgate: sudo streamgate", " serve");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void nameTheDatabaseThatIsElsewhere() {
    String elsewhere = "jdbc:hsqldb:file:" + folder.resolve("db/gate");

    TypedVerb refused = run(Map.of("DATABASE_URL", elsewhere), verbs().getFirst());

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith("There is no StreamGate data in " + elsewhere + ",")
        .contains("--DATABASE_URL=");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void lookWithoutATrace() {
    assertThat(run(Map.of(), List.of("doctor")).out()).contains("is filled at the first start");
    assertThat(run(Map.of(), List.of("stop")).status()).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
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

  private List<List<String>> verbs() {
    String show = "--title,A show,--starts,2039-12-24T20:00Z,--ends,2039-12-24T22:00Z";
    return List.of(
        List.of("reset-password"),
        List.of("backup", folder.toString()),
        List.of("add-vod", "--title", "A film"),
        List.of(("create-event," + show).split(",")));
  }

  private TypedVerb run(Map<String, String> more, List<String> verb) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("DATA_DIR", folder.resolve("data").toString());
    environment.put("STREAM_ROOT", folder.resolve("streams").toString());
    return TypedVerb.run(environment, verb.toArray(String[]::new));
  }
}
