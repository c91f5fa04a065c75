package dev.streamgate.server.media.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.media.ByteRange;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.MediaPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What is kept of files in memory, and that it is never anything but what lies on the disk.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no identity there, and none is kept")
class HotFilesTest {
  private static final int SMALL = 1000;
  private static final int LARGE = 100_000;

  @TempDir Path root;
  private Path folder;
  private LocalSource source;

  @BeforeEach
  void folder() throws IOException {
    folder = Files.createDirectory(root.resolve("evt-1"));
    source =
        new LocalSource(
            root, event -> event.value(), new HotFiles(1 << 20), InstantSource.system());
  }

  @Test
  void aSmallFileIsHeldAtOnceAndALargeOneWhenItIsAskedForAgain() throws IOException {
    write("small.ts", "s".repeat(SMALL));
    write("large.ts", "l".repeat(LARGE));

    assertThat(isHeld("small.ts")).isTrue();
    assertThat(isHeld("large.ts")).isFalse();
    assertThat(isHeld("large.ts")).isTrue();
    assertThat(read("large.ts")).isEqualTo("l".repeat(LARGE));
  }

  @Test
  void whatWouldTakeTooMuchIsNeverHeld() throws IOException {
    write("huge.ts", "h".repeat(200_000));

    for (int time = 0; time < 3; time++) {
      assertThat(isHeld("huge.ts")).isFalse();
      assertThat(read("huge.ts")).hasSize(200_000);
    }
  }

  @Test
  void aFileThatGrowsIsReadAnew() throws IOException {
    write("a.m3u8", "one");
    assertThat(read("a.m3u8")).isEqualTo("one");

    Files.writeString(folder.resolve("a.m3u8"), "one and two");

    assertThat(read("a.m3u8")).isEqualTo("one and two");
  }

  @Test
  void aFileOfTheSameLengthIsKnownByItsTime() throws IOException {
    write("a.m3u8", "one");
    assertThat(read("a.m3u8")).isEqualTo("one");

    write("a.m3u8", "two");
    Files.setLastModifiedTime(folder.resolve("a.m3u8"), FileTime.from(Instant.EPOCH));

    assertThat(read("a.m3u8")).isEqualTo("two");
  }

  /// Some disks know whole seconds only, and an encoder writes more often than that.
  @Test
  void aFileThatWasChangedInThisSecondIsReadAnew() throws IOException {
    FileTime time = FileTime.from(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    write("a.m3u8", "one");
    Files.setLastModifiedTime(folder.resolve("a.m3u8"), time);
    assertThat(read("a.m3u8")).isEqualTo("one");

    write("a.m3u8", "two");
    Files.setLastModifiedTime(folder.resolve("a.m3u8"), time);

    assertThat(read("a.m3u8")).isEqualTo("two");
  }

  @Test
  void aFileThatHasRestedIsHeldWhateverItsDiskKnowsOfTime() throws IOException {
    write("a.m3u8", "one");
    Files.setLastModifiedTime(
        folder.resolve("a.m3u8"), FileTime.from(Instant.parse("2026-03-10T15:30:00Z")));

    assertThat(isHeld("a.m3u8")).isTrue();
  }

  @Test
  void aFileOfTheSameLengthAndTimeIsKnownByItsIdentity() throws IOException {
    write("a.m3u8", "one");
    FileTime time = Files.getLastModifiedTime(folder.resolve("a.m3u8"));
    assertThat(read("a.m3u8")).isEqualTo("one");

    write("next", "two");
    Files.setLastModifiedTime(folder.resolve("next"), time);
    Files.move(
        folder.resolve("next"), folder.resolve("a.m3u8"), StandardCopyOption.REPLACE_EXISTING);

    assertThat(read("a.m3u8")).isEqualTo("two");
  }

  @Test
  void aDeletedFileIsGoneAndComesBack() throws IOException {
    write("a.ts", "one");
    assertThat(read("a.ts")).isEqualTo("one");

    Files.delete(folder.resolve("a.ts"));
    assertThat(source.open(path("a.ts"))).isEmpty();

    write("a.ts", "new");
    assertThat(read("a.ts")).isEqualTo("new");
  }

  @Test
  void aKnownFileThatBecomesALinkToAnotherFolderIsNoLongerServed() throws IOException {
    Path other = Files.createDirectory(root.resolve("evt-2"));
    Files.writeString(other.resolve("a.ts"), "two");
    write("a.ts", "one");
    assertThat(read("a.ts")).isEqualTo("one");

    Files.delete(folder.resolve("a.ts"));
    Files.createSymbolicLink(folder.resolve("a.ts"), other.resolve("a.ts"));

    assertThat(source.open(path("a.ts"))).isEmpty();
  }

  @Test
  void aKnownFileWhoseFolderWasRenamedBehindALinkIsFoundAgain() throws IOException {
    Path run = Files.createDirectory(folder.resolve("run1"));
    Files.writeString(run.resolve("a.ts"), "one");
    Files.createSymbolicLink(folder.resolve("live"), run);
    assertThat(read("live/a.ts")).isEqualTo("one");

    Path renamed = Files.move(run, folder.resolve("run2"));
    Files.delete(folder.resolve("live"));
    Files.createSymbolicLink(folder.resolve("live"), renamed);

    assertThat(read("live/a.ts")).isEqualTo("one");
  }

  @Test
  void whatSlowViewersStillHoldCountsAgainstTheLimit() throws IOException {
    source =
        new LocalSource(
            root, event -> event.value(), new HotFiles(8 * SMALL), InstantSource.system());
    List<Content> slow = new ArrayList<>();
    int held = 0;
    for (int file = 0; file < 30; file++) {
      write(file + ".ts", "x".repeat(SMALL));
      Content content = source.open(path(file + ".ts")).orElseThrow();
      slow.add(content);
      held += content.inMemory().isPresent() ? 1 : 0;
    }
    assertThat(held).isBetween(8, 12);
    for (Content content : slow) {
      content.close();
    }
    write("next.ts", "x".repeat(SMALL));
    assertThat(isHeld("next.ts")).isTrue();
  }

  @Test
  void whoIsReadingGetsTheOldBytesToTheEnd() throws IOException {
    write("a.ts", "old");
    try (Content content = source.open(path("a.ts")).orElseThrow()) {
      write("a.ts", "a new one");
      assertThat(read("a.ts")).isEqualTo("a new one");

      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      content.copyTo(Channels.newChannel(bytes), new ByteRange(1, 2));
      assertThat(bytes).hasToString("ld");
    }
  }

  @Test
  void heldBytesOutliveTheirPlaceInMemoryAsLongAsSomebodyReadsThem() throws IOException {
    source =
        new LocalSource(
            root, event -> event.value(), new HotFiles(8 * SMALL), InstantSource.system());
    write("first.ts", "f".repeat(SMALL));
    try (Content content = source.open(path("first.ts")).orElseThrow()) {
      for (int file = 0; file < 50; file++) {
        write(file + ".ts", "x".repeat(SMALL));
        assertThat(read(file + ".ts")).hasSize(SMALL);
      }
      assertThat(text(content.inMemory().orElseThrow())).isEqualTo("f".repeat(SMALL));
    }
  }

  @Test
  void aHeldPlaylistIsReadOnce() throws IOException {
    write("a.m3u8", "#EXTM3U\n#EXT-X-ENDLIST\n");

    try (Content first = source.open(path("a.m3u8")).orElseThrow();
        Content second = source.open(path("a.m3u8")).orElseThrow()) {
      assertThat(first.playlist()).isSameAs(second.playlist());
      assertThat(first.playlist().isEnded()).isTrue();
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private boolean isHeld(String name) throws IOException {
    try (Content content = source.open(path(name)).orElseThrow()) {
      return content.inMemory().isPresent();
    }
  }

  private String read(String name) throws IOException {
    Optional<Content> content = source.open(path(name));
    return CacheStage.read(content.orElseThrow());
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }

  private static MediaPath path(String name) {
    return MediaPath.of("/streams/evt-1/" + name).orElseThrow();
  }
}
