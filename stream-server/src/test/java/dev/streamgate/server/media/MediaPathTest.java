package dev.streamgate.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaPathTest {
  @ParameterizedTest
  @CsvSource({
    "/streams/evt-1/stream.m3u8, /streams/evt-1/stream.m3u8",
    "/streams/%65vt-1/stream%2Em3u8, /streams/evt-1/stream.m3u8",
    "/streams/evt-1/720p/seg%20000.ts, /streams/evt-1/720p/seg 000.ts",
    "/streams/evt-1/%C3%A4.ts, /streams/evt-1/ä.ts",
    "/streams/evt-1/a%2520b.ts, /streams/evt-1/a%20b.ts",
    "/streams/evt-1/100%25.ts, /streams/evt-1/100%.ts",
    "/streams/evt-1/a+b;c=d&e@f!.ts, /streams/evt-1/a+b;c=d&e@f!.ts",
    "/streams/evt-1/..hidden, /streams/evt-1/..hidden",
    "/streams/evt-1/cache, /streams/evt-1/cache",
  })
  void pathsAreDecodedOnce(String raw, String normalised) {
    assertThat(MediaPath.of(raw)).map(MediaPath::normalised).hasValue(normalised);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/streams",
        "/streams/",
        "/streams/evt-1",
        "/streams/evt-1/",
        "/Streams/evt-1/a.ts",
        "/streams//evt-1/a.ts",
        "/streams/evt-1//a.ts",
        "/streams/evt-1/a.ts/",
        "/streams/evt-1/./a.ts",
        "/streams/evt-1/../evt-2/a.ts",
        "/streams/evt-1/%2e%2E/evt-2/a.ts",
        "/streams/evt-1/..%2fevt-2%2Fa.ts",
        "/streams/evt-1/%252e%252e/a.ts",
        "/streams/evt-1/a%252fb.ts",
        "/streams/evt-1/a%25252Fb.ts",
        "/streams/evt-1/a%255cb.ts",
        "/streams/evt-1/a\\b.ts",
        "/streams/evt-1/a%5cb.ts",
        "/streams/evt-1/a%00.ts",
        "/streams/evt-1/a%0a.ts",
        "/streams/evt-1/a%7f.ts",
        "/streams/evt-1/a%c2%85.ts",
        "/streams/evt-1/a\u0000.ts",
        "/streams/evt-1/a b.ts",
        "/streams/evt-1/ä.ts",
        "/streams/evt-1/a?b.ts",
        "/streams/evt-1/a#b.ts",
        "/streams/evt-1/C:/a.ts",
        "/streams/evt-1/a.ts%3a",
        "/streams/evt-1/a.ts.",
        "/streams/evt-1/a.ts%20",
        "/streams/evt-1/folder./a.ts",
        "/streams/evt-1/%",
        "/streams/evt-1/%2",
        "/streams/evt-1/%zz",
        "/streams/evt-1/%+1",
        "/streams/evt-1/%-1",
        "/streams/evt-1/%ff",
        "/streams/evt-1/%c0%af",
        "/streams/evt-1/%ed%a0%80",
        "/streams/.evt-1/a.ts",
        "/streams/evt 1/a.ts",
        "/streams/cache/a.ts",
        "/streams/CACHE/a.ts",
        "/streams/evt-1/cache/a.ts",
        "/streams/evt-1/Cache/a.ts",
        "/streams/evt-1/a/cache/a.ts",
        "http://host/streams/evt-1/a.ts",
      })
  void whatTwoProgramsMightReadDifferentlyIsRefused(String raw) {
    assertThat(MediaPath.of(raw)).isEmpty();
  }

  @Test
  void aNameIsAsLongAsAFileSystemTakes() {
    assertThat(MediaPath.of("/streams/evt-1/" + "a".repeat(255))).isPresent();
    assertThat(MediaPath.of("/streams/evt-1/" + "a".repeat(256))).isEmpty();
    assertThat(MediaPath.of("/streams/evt-1/" + "%C3%A4".repeat(128))).isEmpty();
  }

  @Test
  void hiddenFilesAndFoldersAreKnown() {
    assertThat(path("/streams/evt-1/.a.ts").isHidden()).isTrue();
    assertThat(path("/streams/evt-1/.a/b.ts").isHidden()).isTrue();
    assertThat(path("/streams/evt-1/a/b.ts").isHidden()).isFalse();
  }

  @Test
  void aNeighbourHasASafeName() {
    assertThat(path("/streams/evt-1/a/stream.m3u8").withFileName("master.m3u8"))
        .isEqualTo(path("/streams/evt-1/a/master.m3u8"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> path("/streams/evt-1/a.ts").withFileName("../b.ts"));
  }

  private static MediaPath path(String raw) {
    return MediaPath.of(raw).orElseThrow();
  }
}
