package dev.streamgate.server.cli.vod;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// Copies a folder of HLS files. A file gets its name when it is whole, and playlists come last, so
/// that nobody is ever shown half a recording.
public final class HlsCopy {
  private static final Duration BETWEEN_WORDS = Duration.ofSeconds(2);
  private static final int PIECE = 1 << 20;

  private final HlsFolder source;
  private final Path target;
  private final InstantSource clock;
  private volatile Progress progress;

  public HlsCopy(HlsFolder source, Path target, InstantSource clock) {
    this.source = source;
    this.target = target;
    this.clock = clock;
    this.progress = new Progress(0, source.files().size(), 0, source.bytes());
  }

  /// How far a copy has come.
  public record Progress(int files, int ofFiles, long bytes, long ofBytes) {}

  /// How far it has come, for any thread.
  public Progress progress() {
    return progress;
  }

  /// Copies everything.
  ///
  /// @param told every few seconds how far it is
  /// @throws IOException at the first file that cannot be copied; those before stay
  public void run(Consumer<Progress> told) throws IOException {
    Instant next = clock.instant().plus(BETWEEN_WORDS);
    for (Path file : source.files()) {
      next = copy(file, told, next);
      Progress now = progress;
      progress = new Progress(now.files() + 1, now.ofFiles(), now.bytes(), now.ofBytes());
    }
  }

  /// @return when the next word is due
  private Instant copy(Path file, Consumer<Progress> told, Instant due) throws IOException {
    Path whole = target.resolve(file);
    Path folder = Optional.ofNullable(whole.getParent()).orElse(target);
    Files.createDirectories(folder);
    Path part = folder.resolve("." + whole.getFileName() + ".part");
    Instant next = due;
    try {
      try (InputStream in = Files.newInputStream(source.folder().resolve(file));
          OutputStream out = Files.newOutputStream(part)) {
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
          out.write(piece, 0, read);
          Progress now = progress;
          progress = new Progress(now.files(), now.ofFiles(), now.bytes() + read, now.ofBytes());
          next = tell(told, next);
        }
      }
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
      return next;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Instant tell(Consumer<Progress> told, Instant due) {
    Instant now = clock.instant();
    if (now.isBefore(due)) {
      return due;
    }
    told.accept(progress);
    return now.plus(BETWEEN_WORDS);
  }
}
