package dev.streamgate.server.media.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.media.FallbackPlaylist;
import dev.streamgate.server.media.PlaylistKind;
import dev.streamgate.server.media.PlaylistProbe;
import dev.streamgate.server.media.PlaylistState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The probe over real files.
class PlaylistProbeTest {
  private static final Instant CHANGED = Instant.parse("2025-03-05T15:00:00Z");
  private static final String RECORDING = "#EXTM3U\n#EXTINF:2,\n0.ts\n#EXT-X-ENDLIST\n";
  private static final String VARIANT = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n";

  @TempDir Path root;

  @Test
  void aMediaPlaylistTellsItsState() throws IOException {
    write("stream.m3u8", RECORDING);

    assertThat(probe())
        .hasValue(new PlaylistState(PlaylistKind.RECORDING, CHANGED, "\"67c866f0-27\""));
  }

  @Test
  void aMultivariantPlaylistIsFollowedToItsFirstRendition() throws IOException {
    write("master.m3u8", VARIANT + "720p/index.m3u8?x=1\n");
    write("720p/index.m3u8", "#EXTM3U\n#EXTINF:2,\n0.ts\n");

    assertThat(probe()).map(PlaylistState::kind).hasValue(PlaylistKind.LIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "missing.m3u8",
        "stream.m3u8",
        "../evt-2/stream.m3u8",
        "/streams/evt-2/../evt-2/stream.m3u8",
        "https://elsewhere.example.com/stream.m3u8",
        "a b.m3u8",
        "%zz",
        "",
      })
  void aRenditionThatCannotBeReadIsNone(String variant) throws IOException {
    write("stream.m3u8", VARIANT + variant + "\n");

    assertThat(probe()).isEmpty();
  }

  @Test
  void whatIsNoPlaylistIsNone() throws IOException {
    assertThat(probe()).isEmpty();
    write("stream.m3u8", "<html>");
    assertThat(probe()).isEmpty();
  }

  private Optional<PlaylistState> probe() {
    LocalSource source =
        new LocalSource(
            root, event -> event.value(), new HotFiles(1 << 20), InstantSource.system());
    return new PlaylistProbe(new FallbackPlaylist(source)).probe(new EventId("evt-1"));
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve("evt-1").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(CHANGED));
  }
}
