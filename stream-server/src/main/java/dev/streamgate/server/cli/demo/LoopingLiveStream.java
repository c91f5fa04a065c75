package dev.streamgate.server.cli.demo;

import dev.streamgate.server.foundation.RepeatedTasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Keeps a live stream in a folder fresh, as an encoder would.
public final class LoopingLiveStream {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// So that a viewer who comes at once finds a full window, not its first segment alone.
  private static final Duration HEAD_START = Duration.ofMinutes(2);

  private final InstantSource clock;
  private final Instant began;
  private final Map<Path, LoopingPlaylist> playlists = new LinkedHashMap<>();

  private LoopingLiveStream(Path folder, InstantSource clock) throws IOException {
    this.clock = clock;
    this.began = clock.instant().minus(HEAD_START);
    for (SampleVideo.Rendition rendition : SampleVideo.renditions()) {
      playlists.put(
          folder.resolve(rendition.folder()).resolve("stream.m3u8"),
          new LoopingPlaylist(rendition.segments()));
    }
  }

  /// Puts the sample video into a folder and begins.
  public static void begin(Path folder, InstantSource clock, RepeatedTasks tasks)
      throws IOException {
    SampleVideo.copyVideo(folder);
    LoopingLiveStream stream = new LoopingLiveStream(folder, clock);
    stream.write();
    tasks.every(PAUSE, "writing the demonstration's live playlist", stream::write);
  }

  /// Writes beside each playlist and renames, so that no reader meets half of one.
  private void write() {
    Duration elapsed = Duration.between(began, clock.instant());
    playlists.forEach((file, playlist) -> {
      try {
        Path fresh = file.resolveSibling(".stream.m3u8.new");
        Files.writeString(fresh, playlist.after(elapsed));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException("writing " + file, e);
      }
    });
  }
}
