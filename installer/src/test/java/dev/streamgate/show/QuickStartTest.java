package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.show.StartedCopy.Start;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What `./streamgate` does so that starts take half the time or less, in a copy of what was built.
@TestInstance(Lifecycle.PER_CLASS)
@DisabledOnOs(OS.WINDOWS)
class QuickStartTest {
  private static final String REHEARSING = "Preparing quick starts";
  private static final int DAMAGED_BYTES = 300_000;

  private StartedCopy copy;
  private Start first;

  @BeforeAll
  void startOnce(@TempDir Path folder) throws IOException {
    copy = StartedCopy.in(folder);
    first = copy.start();
  }

  @Test
  void theFirstStartRehearsesAndLaterOnesDoNot() throws IOException {
    assertThat(first.words()).contains(REHEARSING);
    assertThat(first.isFromCache()).isTrue();

    Start second = copy.start();
    assertThat(second.words()).isEmpty();
    assertThat(second.isFromCache()).isTrue();
  }

  @Test
  void theConsoleIsRehearsedToo() throws IOException, InterruptedException {
    Start rehearsed = copy.startConsole();
    assertThat(rehearsed.words()).contains(REHEARSING);
    assertThat(rehearsed.isFromCache()).isTrue();

    Start second = copy.startConsole();
    assertThat(second.words()).doesNotContain(REHEARSING);
    assertThat(second.isFromCache()).isTrue();
  }

  @Test
  void aDamagedCacheIsPassedOverInSilence() throws IOException {
    byte[] sound = Files.readAllBytes(copy.cache());
    try (RandomAccessFile cache = new RandomAccessFile(copy.cache().toFile(), "rw")) {
      cache.seek(sound.length / 2);
      cache.write(new byte[DAMAGED_BYTES]);
    }
    assertStartsWithoutCache();

    Files.write(copy.cache(), new byte[] {1, 2, 3});
    assertStartsWithoutCache();

    Files.write(copy.cache(), sound);
  }

  @Test
  void aRehearsalThatFailsIsToldOnceAndTheServerStarts(@TempDir Path folder) throws IOException {
    StartedCopy unable = StartedCopy.in(folder);
    unable.failRehearsals();

    Start start = unable.start();
    assertThat(start.words()).contains(REHEARSING, "starts take longer without");
    assertThat(start.isFromCache()).isFalse();
    assertThat(unable.start().words()).isEmpty();
  }

  private void assertStartsWithoutCache() throws IOException {
    Start start = copy.start();
    assertThat(start.isFromCache()).isFalse();
    assertThat(start.words()).isEmpty();
  }
}
