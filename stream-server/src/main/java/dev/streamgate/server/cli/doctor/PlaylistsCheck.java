package dev.streamgate.server.cli.doctor;

import dev.streamgate.model.operation.Inspection;
import dev.streamgate.model.operation.Inspection.OpenEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Whether players find the stream of each active event that can still be watched.
final class PlaylistsCheck implements Check {
  private static final String SUBJECT = "Playlists";

  private final DataSeen seen;
  private final boolean hasUpstream;
  private final Instant now;
  private final Caller caller;

  /// @param hasUpstream whether what is not here is fetched from another server
  PlaylistsCheck(DataSeen seen, boolean hasUpstream, Instant now, Caller caller) {
    this.seen = seen;
    this.hasUpstream = hasUpstream;
    this.now = now;
    this.caller = caller;
  }

  @Override
  public List<Finding> findings() {
    return switch (seen) {
      case DataSeen.None _ -> List.of(Finding.ok(SUBJECT, "an edge does not know the events"));
      case DataSeen.Unlocated _, DataSeen.Silent _, DataSeen.Lost _, DataSeen.Failed _ ->
          List.of(
              Finding.warn(
                  SUBJECT,
                  "could not be looked at: which events there are stands in the database",
                  "mend what is told of database and ports, and look again"));
      case DataSeen.ByMyself(var glance, var inspection)
          when inspection.isEmpty() && glance.schema().isPresent() ->
          List.of(Finding.ok(SUBJECT, "are looked at when the database is of this version"));
      case DataSeen.ByMyself _, DataSeen.ByServer _ ->
          seen.whole().map(this::all).orElseGet(PlaylistsCheck::none);
    };
  }

  private List<Finding> all(Inspection inspection) {
    if (inspection.open().isEmpty()) {
      return none();
    }
    String root = inspection.streamRoot();
    return root == null
        ? List.of(Finding.ok(SUBJECT, "are on the servers that deliver video"))
        : inspection.open().stream().flatMap(event -> of(event, Path.of(root)).stream()).toList();
  }

  private List<Finding> of(OpenEvent event, Path root) {
    return event.folder() == null
        ? List.of(
            Finding.ok(
                "Playlist of \"" + event.title() + "\"",
                "comes from the address that the event names"))
        : new EventStreamCheck(event, new StreamFiles(root, event), hasUpstream, now, caller)
            .findings();
  }

  private static List<Finding> none() {
    return List.of(Finding.ok(SUBJECT, "there is no active event to be watched"));
  }
}
