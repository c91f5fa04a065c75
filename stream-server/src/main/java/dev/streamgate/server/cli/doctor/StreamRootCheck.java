package dev.streamgate.server.cli.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The folder with the stream folders.
final class StreamRootCheck implements Check {
  private static final String SUBJECT = "Stream root";

  private final Optional<Path> root;

  StreamRootCheck(Optional<Path> root) {
    this.root = root.map(it -> it.toAbsolutePath().normalize());
  }

  @Override
  public List<Finding> findings() {
    return List.of(root.map(StreamRootCheck::finding).orElseGet(StreamRootCheck::none));
  }

  private static Finding none() {
    return Finding.ok(SUBJECT, "none; no video lies on this machine");
  }

  private static Finding finding(Path root) {
    if (!Files.exists(root)) {
      return Finding.warn(SUBJECT, root + " is not there", "mkdir -p " + root);
    }
    return Files.isDirectory(root) && Files.isReadable(root)
        ? Finding.ok(SUBJECT, root.toString())
        : Finding.fail(
            SUBJECT,
            root + " is no folder that this user may read",
            "give the user that the server runs as the right to read it");
  }
}
