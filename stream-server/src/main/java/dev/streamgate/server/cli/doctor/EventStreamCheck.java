package dev.streamgate.server.cli.doctor;

import dev.streamgate.model.operation.Inspection.OpenEvent;
import dev.streamgate.server.cli.doctor.Finding.Level;
import dev.streamgate.server.cli.doctor.StreamFiles.Way;
import dev.streamgate.server.media.MediaPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether players find the stream of one event that can be watched, as far as it lies here.
final class EventStreamCheck implements Check {
  private static final int MOST_LINES = 5;
  private static final List<String> NAMES = List.of("stream.m3u8", "master.m3u8");

  private final OpenEvent event;
  private final StreamFiles files;
  private final boolean hasUpstream;
  private final Instant now;
  private final String subject;
  private final Caller caller;

  /// @param event one that has a folder
  /// @param files those of that event
  /// @param hasUpstream whether what is not here is fetched from another server
  EventStreamCheck(
      OpenEvent event, StreamFiles files, boolean hasUpstream, Instant now, Caller caller) {
    this.event = event;
    this.files = files;
    this.caller = caller;
    this.hasUpstream = hasUpstream;
    this.now = now;
    this.subject = "Playlist of \"" + event.title() + "\"";
  }

  @Override
  public List<Finding> findings() {
    List<MediaPath> paths = NAMES.stream().flatMap(it -> files.named(it).stream()).toList();
    for (MediaPath path : paths) {
      if (files.way(path) instanceof Way.Open(Path file)) {
        return found(path, file);
      }
    }
    return paths.stream()
        .flatMap(path -> obstacle(path).stream())
        .findFirst()
        .map(flaw -> List.of(finding(flaw)))
        .orElseGet(this::missing);
  }

  private List<Finding> found(MediaPath path, Path file) {
    PlaylistTree tree = new PlaylistTree(files, hasUpstream, now, caller);
    List<Finding> findings =
        tree.flaws(path, file).stream()
            .filter(it -> it.weight() != Flaw.Weight.WHILE_LIVE || isRunning())
            .map(this::finding)
            .toList();
    List<Finding> lines = new ArrayList<>(findings.stream().limit(MOST_LINES).toList());
    if (findings.size() > MOST_LINES) {
      int more = findings.size() - MOST_LINES;
      lines.add(
          Finding.warn(subject, more + " more of this kind", "mend these first, and look again"));
    }
    if (lines.isEmpty()) {
      lines.add(Finding.ok(subject, file.toString()));
    }
    if (!tree.isRecording()) {
      lines.addAll(closedToEncoder());
    }
    return lines;
  }

  private Optional<Flaw> obstacle(MediaPath path) {
    StreamFlaws words = new StreamFlaws(files, caller);
    return switch (files.way(path)) {
      case Way.Linked linked when !hasUpstream -> Optional.of(words.linked(linked));
      case Way.Closed closed -> Optional.of(words.closed(closed));
      case Way.Empty empty -> Optional.of(words.empty(empty));
      case Way.Linked _, Way.Missing _, Way.Open _ -> Optional.empty();
    };
  }

  /// Only now is somebody waiting for it; before, the encoder may not have begun.
  private List<Finding> missing() {
    if (hasUpstream) {
      return List.of(Finding.ok(subject, "is not here and is asked for from UPSTREAM_ORIGIN"));
    }
    String text =
        Files.exists(files.folder())
            ? "there is no stream.m3u8 or master.m3u8 in " + files.folder()
            : "there is no folder " + files.folder() + " with stream.m3u8 or master.m3u8";
    String remedy = "let the encoder write there, or copy the recording there";
    Finding missing =
        isRunning()
            ? Finding.fail(subject, text + ", and the event runs", remedy)
            : Finding.warn(subject, text, remedy);
    return Stream.concat(Stream.of(missing), closedToEncoder().stream()).toList();
  }

  /// Once the event is over no encoder comes any more.
  private List<Finding> closedToEncoder() {
    SharedRights rights = new SharedRights(files.root(), caller);
    boolean isAwaited = !now.isAfter(event.endsAt()) && Files.isDirectory(files.folder());
    return isAwaited && rights.isClosedToWriters(files.folder())
        ? List.of(
            Finding.warn(
                subject,
                "encoders of the stream root's group may not write to %s%s"
                    .formatted(files.folder(), SharedRights.words(files.folder())),
                rights.toWrite(files.folder())))
        : List.of();
  }

  private Finding finding(Flaw flaw) {
    Level level =
        switch (flaw.weight()) {
          case ALWAYS -> Level.FAIL;
          case ONCE_BEGUN -> now.isBefore(event.startsAt()) ? Level.WARN : Level.FAIL;
          case WHILE_LIVE -> Level.WARN;
        };
    return new Finding(level, subject, flaw.text(), Optional.of(flaw.remedy()));
  }

  private boolean isRunning() {
    return !now.isBefore(event.startsAt()) && !now.isAfter(event.endsAt());
  }
}
