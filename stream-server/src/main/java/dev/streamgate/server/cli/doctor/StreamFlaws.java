package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.cli.ShellWords;
import dev.streamgate.server.cli.doctor.StreamFiles.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Says why a file of a stream is not found, and what to do.
final class StreamFlaws {
  private static final String COPIED = "a recording must be copied whole";

  private final StreamFiles files;
  private final SharedRights rights;

  StreamFlaws(StreamFiles files) {
    this.files = files;
    this.rights = new SharedRights(files.root());
  }

  /// The event's folder, or something in it, leads elsewhere.
  Flaw linked(Way.Linked way) {
    String link = ShellWords.quoted(way.link());
    String target = target(way.link());
    return Flaw.always(
        "%s is a link to %s. Links out of an event's folder are not followed: viewers get 404"
            .formatted(way.link(), target),
        "put the files themselves there: sudo rm %s && sudo mv %s %s"
            .formatted(link, ShellWords.quoted(target), link));
  }

  /// Somebody else's.
  Flaw closed(Way.Closed way) {
    boolean isWithin = way.place().startsWith(files.folder());
    return Flaw.always(
        "permission denied: the server's user may not read %s%s"
            .formatted(way.place(), SharedRights.words(way.place())),
        rights.toRead(isWithin ? files.folder() : way.place()));
  }

  /// A variant, or a rendition such as another language.
  Flaw withoutPlaylist(Path file, String namedBy) {
    return Flaw.onceBegun(
        "%s is not there, and %s names it: whoever is led to it sees nothing"
            .formatted(file, namedBy),
        "see whether the encoder still makes it, and where; " + COPIED);
  }

  Flaw withoutSegments(Path file, String namedBy) {
    return Flaw.onceBegun(
        "%s is not there, and %s names it as a segment".formatted(file, namedBy),
        "see where the encoder puts its segments, and whether something deletes them too early; "
            + COPIED);
  }

  Flaw withoutBeginning(Path file, String namedBy) {
    return Flaw.onceBegun(
        "%s is not there, and %s needs it before its first segment (EXT-X-MAP)"
            .formatted(file, namedBy),
        "put it there, or let the encoder make it anew; " + COPIED);
  }

  Flaw withoutKey(Path file, String namedBy) {
    return Flaw.onceBegun(
        "the key %s is not there, and %s is encrypted with it (EXT-X-KEY): nobody can decrypt the"
                .formatted(file, namedBy)
            + " video",
        "put the key file there, or correct the address of the key in the encoder");
  }

  Flaw outside(String address, String namedBy) {
    return Flaw.onceBegun(
        "%s names %s, which leads out of the event's folder: viewers are refused there"
            .formatted(namedBy, address),
        "let the encoder name files in the event's folder alone");
  }

  private static String target(Path link) {
    try {
      return link.toRealPath().toString();
    } catch (IOException e) {
      return Files.isSymbolicLink(link) ? "a place that cannot be reached" : link.toString();
    }
  }
}
