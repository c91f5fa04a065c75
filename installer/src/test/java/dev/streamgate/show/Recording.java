package dev.streamgate.show;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Puts recordings into the folders of events.
final class Recording {
  private Recording() {}

  /// The sample video of thirty seconds, in two renditions.
  static void of(Path folder) {
    copy(Path.of("..", "streams", "sample"), folder);
  }

  /// The sound of the sample video alone.
  static void soundOf(Path folder) throws IOException {
    Files.createDirectories(folder);
    Process ffmpeg =
        new ProcessBuilder(
                "ffmpeg",
                "-loglevel",
                "error",
                "-i",
                Path.of("..", "streams", "sample", "360p", "stream.m3u8").toString(),
                "-vn",
                "-c:a",
                "copy",
                "-hls_playlist_type",
                "vod",
                folder.resolve("stream.m3u8").toString())
            .inheritIO()
            .start();
    if (ffmpeg.onExit().join().exitValue() != 0) {
      throw new IOException("ffmpeg made no sound");
    }
  }

  /// Puts a text file beside the video.
  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }

  /// Copies a folder with all that is in it.
  static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("copying " + from, e);
    }
  }
}
