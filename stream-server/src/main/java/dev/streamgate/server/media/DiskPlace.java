package dev.streamgate.server.media;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Where a stream file lies on a disk of this machine, for another program that can read it there.
///
/// @param root the folder below which it lies
/// @param path the names from there, symbolic links resolved, each percent-encoded, joined by `/`
public record DiskPlace(Root root, String path) {

  /// The folders that hold stream files.
  public enum Root {
    /// The operator's own files, `STREAM_ROOT`.
    LOCAL,
    /// What was fetched from other servers, `SEGMENT_CACHE_ROOT`.
    CACHE;

    private final String folder = name().toLowerCase(Locale.ROOT) + "/";
  }

  /// The place of a file.
  ///
  /// @param below the way from the root to the file
  public static DiskPlace of(Root root, Path below) {
    return new DiskPlace(
        root,
        StreamSupport.stream(below.spliterator(), false)
            .map(name -> PercentEncoding.encode(name.toString()))
            .collect(Collectors.joining("/")));
  }

  /// Its address in a server that shows each root as a folder, `local/` and `cache/`.
  ///
  /// @param prefix of that server's, with a slash at its end
  public String address(String prefix) {
    return prefix + root.folder + path;
  }
}
