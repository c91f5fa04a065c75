package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.cli.Installation;
import dev.streamgate.server.cli.ShellWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The folder with the stream folders.
final class StreamRootCheck implements Check {
  private static final String SUBJECT = "Stream root";

  private final Optional<Path> root;
  private final boolean isInstalled;
  private final boolean makesFolders;
  private final Caller caller;
  private final Predicate<Path> mayWrite;

  /// @param isInstalled whether a package made the user of the service, and its groups
  /// @param makesFolders whether events are made here, and their folders with them
  StreamRootCheck(Optional<Path> root, boolean isInstalled, boolean makesFolders, Caller caller) {
    this(root, isInstalled, makesFolders, caller, Files::isWritable);
  }

  /// @param mayWrite whether this user may write to a folder
  StreamRootCheck(
      Optional<Path> root,
      boolean isInstalled,
      boolean makesFolders,
      Caller caller,
      Predicate<Path> mayWrite) {
    this.root = root.map(it -> it.toAbsolutePath().normalize());
    this.isInstalled = isInstalled;
    this.makesFolders = makesFolders;
    this.caller = caller;
    this.mayWrite = mayWrite;
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
    if (!Files.isDirectory(root)) {
      return Finding.fail(
          SUBJECT, root + " is no folder", "name a folder as STREAM_ROOT, or move that away");
    }
    return makesFolders && !mayWrite.test(root)
        ? Finding.warn(
            SUBJECT,
            "the user %s may not write to %s%s: create-event and add-vod make no folders there"
                .formatted(caller.user(), root, SharedRights.words(root)),
            "leave it so where encoders make the events' folders; or else "
                + (isInstalled ? toMake(root) : toLetIn(root, "rwx", "write to")))
        : Finding.ok(SUBJECT, root.toString());
  }

  private Finding closed(Path root, Path place) {
    return Finding.fail(SUBJECT, new SharedRights(root, caller).denied(place), toPass(root, place));
  }

  /// One user more is let in, and not everybody: the folder may be somebody's home.
  private String toPass(Path root, Path place) {
    if (place.equals(root)) {
      return isInstalled ? toMake(root) : toLetIn(root, "rx", "read");
    }
    return toLetIn(place, "x", "pass through")
        + ", or move the streams, for example below /srv, and name that as STREAM_ROOT";
  }

  private String toLetIn(Path place, String rights, String doing) {
    return caller.hasAccessLists()
        ? "%ssetfacl -m u:%s:%s %s (of the package acl)"
            .formatted(
                caller.sudoFor(place),
                ShellWords.quoted(caller.user()),
                rights,
                ShellWords.quoted(place))
        : "let the user %s %s %s".formatted(caller.user(), doing, place);
  }

  private String toMake(Path root) {
    if (isInstalled) {
      return "%sinstall -d -o %s -g %s -m 2770 %s"
          .formatted(
              caller.sudo(), Installation.USER, Installation.MEDIA_GROUP, ShellWords.quoted(root));
    }
    if (Files.isWritable(Places.existing(root))) {
      return "mkdir -p " + ShellWords.quoted(root);
    }
    return caller.hasShell()
        ? "%sinstall -d -o %s -m 0755 %s"
            .formatted(caller.sudo(), ShellWords.quoted(caller.user()), ShellWords.quoted(root))
        : "make it, and let the user %s read and write it".formatted(caller.user());
  }
}
