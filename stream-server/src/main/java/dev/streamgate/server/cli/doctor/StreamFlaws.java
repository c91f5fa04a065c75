package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.cli.ShellWords;
import dev.streamgate.server.cli.doctor.StreamFiles.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Says why a file of a stream is not found, and what to do.
final class StreamFlaws {
  private static final String COPIED = "a recording must be copied whole";

  private final StreamFiles files;
  private final SharedRights rights;
  private final Caller caller;

  StreamFlaws(StreamFiles files, Caller caller) {
    this.files = files;
    this.rights = new SharedRights(files.root(), caller);
    this.caller = caller;
  }

  /// The event's folder, or something in it, leads elsewhere.
  Flaw linked(Way.Linked way) {
    Optional<Path> target = target(way.link());
    return Flaw.always(
        "%s is a link to %s. Links out of an event's folder are not followed: viewers get 404"
            .formatted(
                way.link(), target.map(Path::toString).orElse("a place that cannot be reached")),
        target
            .filter(_ -> caller.hasShell())
            .map(it -> "put the files themselves there: " + replacing(way.link(), it))
            .orElse("put the files themselves there, in the place of the link"));
  }

  /// What it leads to stays as it is: others may need it.
  private String replacing(Path link, Path target) {
    String quoted = ShellWords.quoted(link);
    String copy = ShellWords.quoted(link.resolveSibling(link.getFileName() + ".copy"));
    return "%1$scp -a %2$s %3$s && %1$srm %4$s && %1$smv %3$s %4$s"
        .formatted(
            caller.sudoFor(target, link.resolveSibling(".")),
            ShellWords.quoted(target),
            copy,
            quoted);
  }

  /// Somebody else's.
  Flaw closed(Way.Closed way) {
    return Flaw.always(
        rights.denied(way.place()),
        way.place().startsWith(files.folder())
            ? rights.toRead(files.folder())
            : "see the stream root, above");
  }

  /// Of any kind.
  Flaw empty(Way.Empty way) {
    return Flaw.onceBegun(
        way.file() + " is empty",
        "see whether the encoder's disk is full, and let it make the file anew; " + COPIED);
  }

  /// A variant, or a rendition such as another language.
  Flaw withoutPlaylist(Path file, String namedBy) {
    return Flaw.onceBegun(
        missing(file) + ", though " + namedBy + " names it: whoever is led to it sees nothing",
        "see whether the encoder still makes it, and where; " + COPIED);
  }

  Flaw withoutSegments(Path file, String namedBy) {
    return Flaw.onceBegun(
        missing(file) + ", though " + namedBy + " names it as a segment",
        "see where the encoder puts its segments, and whether something deletes them too early; "
            + COPIED);
  }

  Flaw withoutBeginning(Path file, String namedBy) {
    return Flaw.onceBegun(
        missing(file) + ", which " + namedBy + " needs before its first segment (EXT-X-MAP)",
        "put it there, or let the encoder make it anew; " + COPIED);
  }

  Flaw withoutKey(Path file, String namedBy) {
    return Flaw.onceBegun(
        missing(file) + ", the key of " + namedBy + " (EXT-X-KEY): nobody can decrypt the video",
        "put the key file there, or correct the address of the key in the encoder");
  }

  Flaw outside(String address, String namedBy) {
    return Flaw.onceBegun(
        "%s names %s, which leads out of the event's folder: viewers are refused there"
            .formatted(namedBy, address),
        "let the encoder name files in the event's folder alone");
  }

  /// Names within the folder are shorter to read, and are those that the playlists use.
  private String missing(Path file) {
    Path folder = files.folder();
    return "there is no %s in %s".formatted(folder.relativize(file), folder);
  }

  private static Optional<Path> target(Path link) {
    try {
      return Files.isSymbolicLink(link) ? Optional.of(link.toRealPath()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
