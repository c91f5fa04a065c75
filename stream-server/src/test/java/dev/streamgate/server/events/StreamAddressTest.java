package dev.streamgate.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be typed into the stream field, and what is stored of it.
class StreamAddressTest {
  private static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
  private static final Optional<String> ORIGIN = Optional.of("https://origin.example/hls");

  @ParameterizedTest
  @ValueSource(
      strings = {
        ID,
        "https://player.example/embed/1234/" + ID + "?autoplay=true",
        "https://player.example/embed/1234/0F8FAD5B-D9CB-469F-A165-70867728950E",
        "<iframe src=\"https://player.example/embed/1234/"
            + ID
            + "?a=1&amp;b=2\" loading=\"lazy\"></iframe>",
        "<div style=\"position:relative\"><IFRAME width='1' src='https://player.example/play/9/"
            + ID
            + "'></IFRAME></div>",
        "https://origin.example/hls/" + ID,
        "https://origin.example/hls/" + ID + "/",
        "https://origin.example/hls/" + ID + "/playlist.m3u8",
      })
  void manyFormsAreOneFolder(String typed) {
    assertThat(StreamAddress.read(typed, ORIGIN)).contains(new StreamAddress(null, ID));
  }

  /// A pattern that went back over what it had read would take hours.
  @Test
  @Timeout(5)
  void tagsThatNeverEndAreRefusedAtOnce() {
    for (int tags : new int[] {250, 5_000}) {
      assertThat(StreamAddress.read("<iframe src=\"".repeat(tags), ORIGIN)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          https://cdn.example/live,                        https://cdn.example/live, -
          https://cdn.example/live/,                       https://cdn.example/live, -
          HTTPS://cdn.example/a/b/stream.m3u8,             https://cdn.example/a/b, -
          https://cdn.example/%s/playlist.M3U8,            https://cdn.example/%s, %s
          https://cdn.example/%s/playlist.m3u8?v=2,        https://cdn.example/%s, %s
          https://origin.example/hls/main-hall/,           -, main-hall
          https://origin.example/hls/main/hall/,           https://origin.example/hls/main/hall, -
          https://cdn.example,                             https://cdn.example, -
          main-hall,                                       -, main-hall
          """)
  void addressesOfOtherServersAreKeptAsFolders(
      String typed, @Nullable String url, @Nullable String folder) {
    assertThat(StreamAddress.read(withId(typed), ORIGIN))
        .contains(
            new StreamAddress(
                url == null ? null : withId(url), folder == null ? null : withId(folder)));
  }

  @Test
  void nothingIsTheEventsOwnFolder() {
    assertThat(StreamAddress.read("  ", ORIGIN)).contains(StreamAddress.OWN_FOLDER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not a url",
        "ftp://cdn.example/a.m3u8",
        "http:///a.m3u8",
        "https://me:secret@cdn.example/live/",
        "https://cdn.example/film.mp4",
        "https://cdn.example/live/stream.m3u8?token=abc",
        "https://cdn.example/live/#top",
        "https://player.example/embed/1234/not-an-id",
        "<iframe src=\"https://player.example/page\"></iframe>",
        "<iframe></iframe>",
        "<script src=\"https://player.example/embed/" + ID + "\"></script>",
        "../other",
        "cache",
      })
  void anythingElseIsRefused(String typed) {
    assertThat(StreamAddress.read(typed, ORIGIN)).isEmpty();
  }

  private static String withId(String text) {
    return text.replace("%s", ID);
  }
}
