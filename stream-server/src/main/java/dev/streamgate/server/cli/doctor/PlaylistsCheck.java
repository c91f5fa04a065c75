package dev.streamgate.server.cli.doctor;

import dev.streamgate.model.operation.Inspection;
import dev.streamgate.model.operation.Inspection.OpenEvent;
import dev.streamgate.server.cli.FailureWords;
import dev.streamgate.server.cli.doctor.Finding.Level;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether players find a playlist for each active event that can still be watched.
final class PlaylistsCheck implements Check {
  private static final String SUBJECT = "Playlists";
  private static final String FIRST_LINE = "#EXTM3U";
  private static final String END = "#EXT-X-ENDLIST";
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);
  private static final List<String> NAMES = List.of("stream.m3u8", "master.m3u8");

  private final DataSeen seen;
  private final boolean hasUpstream;
  private final Instant now;

  /// @param hasUpstream whether what is not here is fetched from another server
  PlaylistsCheck(DataSeen seen, boolean hasUpstream, Instant now) {
    this.seen = seen;
    this.hasUpstream = hasUpstream;
    this.now = now;
  }

  @Override
  public List<Finding> findings() {
    if (seen instanceof DataSeen.None) {
      return List.of(Finding.ok(SUBJECT, "an edge does not know the events"));
    }
    Optional<Inspection> inspection = seen.whole();
    if (inspection.isEmpty() || inspection.get().open().isEmpty()) {
      return List.of(Finding.ok(SUBJECT, "there is no active event to be watched"));
    }
    String root = inspection.get().streamRoot();
    return root == null
        ? List.of(Finding.ok(SUBJECT, "are on the servers that deliver video"))
        : inspection.get().open().stream().map(event -> finding(event, Path.of(root))).toList();
  }

  private Finding finding(OpenEvent event, Path root) {
    String subject = "Playlist of \"" + event.title() + "\"";
    if (event.folder() == null) {
      return Finding.ok(subject, "comes from the address that the event names");
    }
    Path folder = root.resolve(event.folder());
    List<Path> found = NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
    if (found.isEmpty()) {
      return hasUpstream
          ? Finding.ok(subject, "is not here and is asked for from UPSTREAM_ORIGIN")
          : missing(event, subject, folder);
    }
    Finding finding = isPlaylist(found.getFirst(), subject);
    return finding.level() == Level.OK && isRunning(event) && isStalled(found.getFirst())
        ? Finding.warn(
            subject,
            "%s has not changed for a minute, and the event runs".formatted(found.getFirst()),
            "see whether the encoder runs, and where it writes")
        : finding;
  }

  /// Whether nobody writes on, neither this playlist nor those it names; a recording says that it
  /// has ended.
  private boolean isStalled(Path playlist) {
    try {
      List<String> lines = Files.readAllLines(playlist, StandardCharsets.ISO_8859_1);
      List<Path> named =
          lines.stream()
              .filter(line -> !line.startsWith("#") && line.endsWith(".m3u8"))
              .map(playlist::resolveSibling)
              .filter(Files::isRegularFile)
              .toList();
      return isOld(playlist)
          && !lines.contains(END)
          && (named.isEmpty() || named.stream().allMatch(this::isStalled));
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  private boolean isOld(Path playlist) throws IOException {
    return Files.getLastModifiedTime(playlist).toInstant().isBefore(now.minus(LONGEST_SILENCE));
  }

  private boolean isRunning(OpenEvent event) {
    return !now.isBefore(event.startsAt()) && !now.isAfter(event.endsAt());
  }

  /// Only now is somebody waiting for it; before, the encoder may not have begun.
  private Finding missing(OpenEvent event, String subject, Path folder) {
    String text = "there is no stream.m3u8 or master.m3u8 in " + folder;
    String remedy = "let the encoder write there, or copy the recording there";
    return isRunning(event)
        ? Finding.fail(subject, text + ", and the event runs", remedy)
        : Finding.warn(subject, text, remedy);
  }

  private static Finding isPlaylist(Path file, String subject) {
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(16), StandardCharsets.UTF_8);
      return Stream.of("", "\uFEFF").anyMatch(mark -> start.startsWith(mark + FIRST_LINE))
          ? Finding.ok(subject, file.toString())
          : Finding.fail(
              subject,
              file + " does not begin with " + FIRST_LINE,
              "look at what writes it, and make it anew");
    } catch (IOException e) {
      return Finding.fail(
          subject,
          FailureWords.of(e),
          "give the user that the server runs as the right to read it");
    }
  }
}
