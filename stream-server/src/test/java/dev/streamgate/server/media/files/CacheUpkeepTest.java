package dev.streamgate.server.media.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.fixtures.UpstreamServer;
import dev.streamgate.server.media.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The cache over time: limits, restarts, and disks that take no more.
@Timeout(60)
class CacheUpkeepTest {
  private static final CacheLimits ROOM_FOR_TWO = new CacheLimits(10, Duration.ofDays(3), 1 << 20);

  @TempDir Path root;
  private CacheStage stage;

  @BeforeEach
  void start() throws IOException {
    restart();
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void whatIsTooOldGoesAndItsEmptyFolderToo() throws IOException {
    fetch("720p/0.ts");
    stage.clock.advance(Duration.ofDays(3));
    fetch("1.ts");
    stage.clock.advance(Duration.ofSeconds(1));
    fetch("720p/0.ts"); // to use it does not make it younger

    stage.cleaner.clean();

    assertThat(root.resolve("evt-1/720p")).doesNotExist();
    assertThat(root.resolve("evt-1/1.ts")).exists();
    assertThat(stage.cache.bytes()).isEqualTo(5);
  }

  @Test
  void beyondItsSizeWhatWasNotUsedForLongestGoesFirst() throws IOException {
    fetch("0.ts");
    stage.clock.advance(Duration.ofMinutes(1));
    fetch("1.ts");
    stage.clock.advance(Duration.ofMinutes(1));
    fetch("0.ts");
    stage.clock.advance(Duration.ofMinutes(1));
    fetch("2.ts");

    assertThat(root.resolve("evt-1/0.ts")).exists();
    assertThat(root.resolve("evt-1/1.ts")).doesNotExist();
    assertThat(root.resolve("evt-1/2.ts")).exists();
    assertThat(stage.cache.bytes()).isEqualTo(10);
  }

  @Test
  void whatIsBeingSentIsSentToItsEnd() throws IOException {
    fetch("0.ts");
    try (Content content = stage.source.open(CacheStage.path("evt-1/0.ts")).orElseThrow()) {
      stage.clock.advance(Duration.ofHours(73));
      stage.cleaner.clean();

      assertThat(root.resolve("evt-1")).doesNotExist();
      assertThat(CacheStage.read(content)).isEqualTo("video");
    }
  }

  @Test
  void aRestartKeepsFilesAndTheirUse() throws IOException {
    fetch("0.ts");
    stage.clock.advance(Duration.ofMinutes(1));
    fetch("1.ts");
    stage.clock.advance(Duration.ofMinutes(1));
    fetch("0.ts");
    restart();
    assertThat(stage.cache.bytes()).isEqualTo(10);
    assertThat(stage.cache.events()).isEqualTo(1);

    stage.clock.advance(Duration.ofMinutes(3));
    fetch("2.ts");

    assertThat(root.resolve("evt-1/0.ts")).exists();
    assertThat(root.resolve("evt-1/1.ts")).doesNotExist();
    assertThat(stage.upstream.requests()).containsExactly("GET /evt-1/2.ts");
  }

  @Test
  void anIndexThatIsMissingOrBrokenIsMadeFromTheFiles() throws IOException {
    for (String index : new String[] {"", "streamgate cache index 1\n5\t0\t0", "\0\1\2"}) {
      fetch("0.ts");
      stage.close();
      Files.writeString(root.resolve(".index"), index);
      open();

      assertThat(stage.cache.bytes()).isEqualTo(5);
      fetch("0.ts");
      assertThat(stage.upstream.requests()).isEmpty();
    }
  }

  @Test
  void anIndexThatDisagreesWithTheDiskIsPutRight() throws IOException {
    fetch("0.ts");
    restart();
    Files.delete(root.resolve("evt-1/0.ts"));
    Files.writeString(root.resolve("evt-1/1.ts"), "1234567");

    stage.cleaner.clean();

    assertThat(stage.cache.bytes()).isEqualTo(7);
  }

  @Test
  void whatWasComingWhenTheProcessEndedIsRemoved() throws IOException {
    stage.close();
    Path left = Files.createDirectories(root.resolve(".incoming")).resolve("x.part");
    Files.writeString(left, "half");
    open();

    assertThat(left).doesNotExist();
  }

  @Test
  void aDiskThatTakesNothingChangesNothingForViewers() throws IOException {
    Files.deleteIfExists(root.resolve(".incoming"));
    Files.writeString(root.resolve(".incoming"), "in the way");
    fetch("0.ts");
    assertThat(stage.cache.isFailing()).isTrue();
    fetch("0.ts");
    assertThat(stage.upstream.requests()).hasSize(2);

    Files.delete(root.resolve(".incoming"));
    fetch("0.ts");
    fetch("0.ts");
    assertThat(stage.cache.isFailing()).isFalse();
    assertThat(stage.upstream.requests()).hasSize(3);
  }

  private void fetch(String file) throws IOException {
    stage.upstream.has("/evt-1/" + file, "video");
    assertThat(stage.get("evt-1/" + file)).hasValue("video");
    stage.settle();
  }

  private void restart() throws IOException {
    if (stage != null) {
      stage.close();
    }
    open();
  }

  private void open() throws IOException {
    stage = new CacheStage(root, ROOM_FOR_TWO, new UpstreamServer());
  }
}
