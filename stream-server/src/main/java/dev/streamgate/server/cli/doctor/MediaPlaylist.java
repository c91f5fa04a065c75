package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.media.NamedFile;
import dev.streamgate.server.media.NamedFile.Kind;
import dev.streamgate.server.media.Playlist;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// A media playlist as it was read, and the few files of it that are looked at: an encoder writes
/// on meanwhile, and a long recording names thousands.
final class MediaPlaylist {
  private static final int FIRST = 2;
  private static final int LAST = 3;
  private static final int MOST_OTHERS = 8;
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

  private final Playlist playlist;
  private final Path file;

  MediaPlaylist(Playlist playlist, Path file) {
    this.playlist = playlist;
    this.file = file;
  }

  /// @throws IOException if it cannot be read, or is too long for a playlist
  static Playlist read(Path file) throws IOException {
    if (Files.size(file) > Playlist.MAX_BYTES) {
      throw new FileSystemException(file.toString(), null, "is too long to be a playlist");
    }
    return Playlist.read(ByteBuffer.wrap(Files.readAllBytes(file)));
  }

  boolean isEnded() {
    return playlist.isEnded();
  }

  /// The files of a kind that are looked at, the newest last. The newest segment of a live stream
  /// is not among them: some encoders name it a moment before it is there.
  List<NamedFile> samples(Kind kind) {
    List<NamedFile> all = all(playlist, kind);
    if (kind != Kind.SEGMENT) {
      return all.subList(Math.max(0, all.size() - MOST_OTHERS), all.size());
    }
    List<NamedFile> there = isEnded() || all.isEmpty() ? all : all.subList(0, all.size() - 1);
    return there.size() <= FIRST + LAST
        ? there
        : Stream.concat(
                there.subList(0, FIRST).stream(),
                there.subList(there.size() - LAST, there.size()).stream())
            .toList();
  }

  /// Whether it goes on naming a file, which an encoder may have deleted since.
  boolean namesStill(NamedFile named) {
    try {
      return isEnded() || all(read(file), named.kind()).contains(named);
    } catch (IOException e) {
      return true;
    }
  }

  /// Whether an encoder should have written since.
  ///
  /// @param newest the newest of its segments that are there
  boolean isSilent(List<Path> newest, Instant now) {
    return !isEnded() && (isOld(file, now) || newest.stream().anyMatch(it -> isOld(it, now)));
  }

  private static boolean isOld(Path file, Instant now) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(LONGEST_SILENCE));
    } catch (IOException e) {
      return false;
    }
  }

  private static List<NamedFile> all(Playlist playlist, Kind kind) {
    return playlist.named().stream()
        .filter(it -> it.kind() == kind && !it.isElsewhere())
        .distinct()
        .toList();
  }
}
