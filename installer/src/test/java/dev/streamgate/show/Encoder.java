package dev.streamgate.show;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/// Writes a live stream into a folder as an encoder does: the sample video in both renditions, over
/// and over, a segment of four seconds at a time.
final class Encoder implements AutoCloseable {
  private static final Path SAMPLE = Path.of("..", "streams", "sample");
  private static final List<String> RENDITIONS = List.of("360p", "720p");
  private static final int SEGMENTS = 7;
  private static final int SECONDS = 4;

  private final Path folder;
  private final int window;
  private final long began;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

  private Encoder(Path folder, int window, Duration since) {
    this.folder = folder;
    this.window = window;
    this.began = System.nanoTime() - since.toNanos();
  }

  /// Begins to write.
  ///
  /// @param folder of the event
  /// @param window how many segments a playlist names
  /// @param since for how long the encoder shall have been running
  static Encoder begin(Path folder, int window, Duration since) {
    Encoder encoder = new Encoder(folder, window, since);
    Recording.copy(SAMPLE, folder);
    encoder.write(false);
    ScheduledFuture<?> _ =
        encoder.thread.scheduleAtFixedRate(() -> encoder.write(false), 1, 1, TimeUnit.SECONDS);
    return encoder;
  }

  /// The show is over: the playlist names its end, and all there was since the beginning.
  void finish() {
    close();
    write(true);
  }

  @Override
  public void close() {
    thread.close();
  }

  private void write(boolean complete) {
    long newest = Duration.ofNanos(System.nanoTime() - began).toSeconds() / SECONDS;
    long oldest = complete ? 0 : Math.max(0, newest - window + 1);
    for (String rendition : RENDITIONS) {
      replace(folder.resolve(rendition).resolve("stream.m3u8"), playlist(oldest, newest, complete));
    }
  }

  private static String playlist(long oldest, long newest, boolean complete) {
    String header =
        """
        #EXTM3U
        #EXT-X-VERSION:6
        #EXT-X-TARGETDURATION:%d
        #EXT-X-MEDIA-SEQUENCE:%d
        #EXT-X-DISCONTINUITY-SEQUENCE:%d
        """
            .formatted(SECONDS, oldest, oldest == 0 ? 0 : (oldest - 1) / SEGMENTS);
    StringBuilder playlist = new StringBuilder(header);
    LongStream.rangeClosed(oldest, newest).mapToObj(Encoder::entry).forEach(playlist::append);
    return complete ? playlist.append("#EXT-X-ENDLIST\n").toString() : playlist.toString();
  }

  /// Time stamps jump back where the sample begins anew (RFC 8216 §4.3.2.3).
  private static String entry(long number) {
    long place = number % SEGMENTS;
    String jump = number > 0 && place == 0 ? "#EXT-X-DISCONTINUITY\n" : "";
    return jump + "#EXTINF:%d.000,\nsegment-%03d.ts\n".formatted(SECONDS, place);
  }

  /// Beside it first, so that no reader meets half a playlist.
  private static void replace(Path file, String content) {
    try {
      Path fresh = file.resolveSibling(".fresh.m3u8");
      Files.writeString(fresh, content);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }
}
