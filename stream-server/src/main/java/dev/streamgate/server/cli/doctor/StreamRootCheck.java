package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.cli.Installation;
import dev.streamgate.server.cli.ShellWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The folder with the stream folders.
final class StreamRootCheck implements Check {
  private static final String SUBJECT = "Stream root";

  private final Optional<Path> root;
  private final boolean isInstalled;

  /// @param isInstalled whether a package made the user of the service, and its groups
  StreamRootCheck(Optional<Path> root, boolean isInstalled) {
    this.root = root.map(it -> it.toAbsolutePath().normalize());
    this.isInstalled = isInstalled;
  }

  @Override
  public List<Finding> findings() {
    return List.of(
        root.map(this::finding)
            .orElseGet(() -> Finding.ok(SUBJECT, "none; no video lies on this machine")));
  }

  private Finding finding(Path root) {
    Optional<Path> closed = Places.closed(root.resolve("stream.m3u8"));
    if (closed.isPresent()) {
      return closed(root, closed.get());
    }
    if (!Files.exists(root)) {
      return Finding.warn(SUBJECT, root + " is not there", toMake(root));
    }
    return Files.isDirectory(root)
        ? Finding.ok(SUBJECT, root.toString())
        : Finding.fail(
            SUBJECT, root + " is no folder", "name a folder as STREAM_ROOT, or move that away");
  }

  private Finding closed(Path root, Path place) {
    return Finding.fail(
        SUBJECT,
        SharedRights.denied(place),
        place.equals(root) && isInstalled
            ? toMake(root)
            : "sudo chmod o+x " + ShellWords.quoted(place));
  }

  private String toMake(Path root) {
    if (isInstalled) {
      return "sudo install -d -o %s -g %s -m 2770 %s"
          .formatted(Installation.USER, Installation.MEDIA_GROUP, ShellWords.quoted(root));
    }
    return Files.isWritable(Places.existing(root))
        ? "mkdir -p " + ShellWords.quoted(root)
        : "sudo install -d -o %s -m 0755 %s"
            .formatted(
                ShellWords.quoted(System.getProperty("user.name", "")), ShellWords.quoted(root));
  }
}
