package dev.streamgate.server.cli.vod;

import dev.streamgate.server.media.MediaPath;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// A folder with HLS files as an encoder leaves it, looked through once.
///
/// @param files relative to the folder, in the order in which they are best copied: playlists after
///   all they name
/// @param leftOut what is no part of a stream, or could not be asked for by its name
public record HlsFolder(Path folder, List<Path> files, List<Path> leftOut, long bytes) {
  private static final String PLAYLIST = ".m3u8";
  private static final Set<String> ENDINGS =
      Set.of(
          "m3u8", "ts", "m4s", "mp4", "m4v", "m4a", "cmfv", "cmfa", "cmft", "aac", "ac3", "ec3",
          "mp3", "vtt", "webvtt", "ttml", "key", "jpg", "jpeg", "png", "webp");

  public HlsFolder {
    files = List.copyOf(files);
    leftOut = List.copyOf(leftOut);
  }

  /// Looks through a folder and those below it, but not behind links.
  ///
  /// @throws IOException if something in it cannot be read
  public static HlsFolder of(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    List<Path> leftOut = new ArrayList<>();
    long bytes = 0;
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.filter(it -> !Files.isDirectory(it)).sorted().toList()) {
        Path relative = folder.relativize(path);
        if (isPart(path, relative)) {
          files.add(relative);
          bytes += Files.size(path);
        } else {
          leftOut.add(relative);
        }
      }
    }
    files.sort(Comparator.comparingInt(HlsFolder::rank).thenComparing(Comparator.naturalOrder()));
    return new HlsFolder(folder, files, leftOut, bytes);
  }

  /// Whether a player finds a playlist in a folder.
  public static boolean hasPlaylist(Path folder) {
    return Files.isRegularFile(folder.resolve("stream.m3u8"))
        || Files.isRegularFile(folder.resolve("master.m3u8"));
  }

  /// Segments first, then their playlists, and last those in the folder itself.
  private static int rank(Path relative) {
    if (!relative.toString().toLowerCase(Locale.ROOT).endsWith(PLAYLIST)) {
      return 0;
    }
    return relative.getNameCount() > 1 ? 1 : 2;
  }

  private static boolean isPart(Path path, Path relative) {
    String name = relative.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(ending) && Files.isRegularFile(path) && canBeAskedFor(relative);
  }

  private static boolean canBeAskedFor(Path relative) {
    StringBuilder address = new StringBuilder("/streams/event");
    for (Path name : relative) {
      address
          .append('/')
          .append(URLEncoder.encode(name.toString(), StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return MediaPath.of(address.toString()).filter(it -> !it.isHidden()).isPresent();
  }
}
