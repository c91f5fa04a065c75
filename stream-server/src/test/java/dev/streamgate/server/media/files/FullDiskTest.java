package dev.streamgate.server.media.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.streamgate.server.fixtures.UpstreamServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A cache on a disk of one megabyte, where whoever runs the tests may mount one.
@Timeout(60)
class FullDiskTest {
  private static final int TOO_LARGE = 2 << 20;

  @TempDir Path folder;
  private Path disk;
  private UpstreamServer upstream;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString())).isTrue();
    upstream = new UpstreamServer();
    upstream.has("/evt-1/large.ts", "x".repeat(TOO_LARGE));
    upstream.has("/evt-1/small.ts", "video");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", disk.toString());
  }

  @Test
  void aSegmentTheDiskHasNoRoomForIsSentWholeAndNothingOfItIsLeft() throws IOException {
    try (CacheStage stage = stage(TOO_LARGE)) {
      assertThat(stage.get("evt-1/large.ts").orElseThrow()).hasSize(TOO_LARGE);
      stage.settle();
      assertThat(stage.cache.isFailing()).isTrue();
      assertThat(stage.cache.bytes()).isZero();
      // The memory it took is free again.
      assertThat(stage.get("evt-1/large.ts").orElseThrow()).hasSize(TOO_LARGE);
      stage.settle();

      assertThat(stage.get("evt-1/small.ts")).hasValue("video");
      stage.settle();
      assertThat(stage.cache.isFailing()).isFalse();
      assertThat(disk.resolve("evt-1/small.ts")).hasContent("video");
    }
  }

  @Test
  void memoryDoesNotGrowBeyondItsShare() throws IOException {
    try (CacheStage stage = stage(64 * 1024)) {
      assertThatThrownBy(() -> stage.get("evt-1/large.ts")).isInstanceOf(IOException.class);
      assertThat(stage.get("evt-1/small.ts")).hasValue("video");
    }
  }

  private CacheStage stage(long memory) throws IOException {
    return new CacheStage(disk, new CacheLimits(16 << 20, Duration.ofHours(1), memory), upstream);
  }

  private static boolean run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // this system has no such program
    }
  }
}
