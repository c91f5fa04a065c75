package dev.streamgate.server.changes;

import dev.streamgate.model.changes.RevocationSyncResponse.EndedSession;
import dev.streamgate.model.changes.RevocationSyncResponse.EventDeactivation;
import dev.streamgate.model.changes.RevocationSyncResponse.EventReactivation;
import dev.streamgate.model.changes.RevocationSyncResponse.Reinstatement;
import dev.streamgate.model.changes.RevocationSyncResponse.Revocation;
import dev.streamgate.server.changes.Change.EventDeactivated;
import dev.streamgate.server.changes.Change.EventDeleted;
import dev.streamgate.server.changes.Change.EventReactivated;
import dev.streamgate.server.changes.Change.Reinstated;
import dev.streamgate.server.changes.Change.Revoked;
import dev.streamgate.server.changes.Change.SessionEnded;
import dev.streamgate.server.changes.ChangeLog.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a run of changes comes to: of each code, event and session the last word (API §5.1).
final class NetEffect {
  private final Map<String, Entry> codes = new LinkedHashMap<>();
  private final Map<String, Entry> events = new LinkedHashMap<>();
  private final Map<String, Entry> sessions = new LinkedHashMap<>();

  NetEffect(List<Entry> entries) {
    entries.forEach(this::add);
  }

  List<Revocation> revocations() {
    return select(
            codes,
            (code, entry) ->
                entry.change() instanceof Reinstated
                    ? Optional.<Revocation>empty()
                    : Optional.of(new Revocation(code, entry.at())))
        .toList();
  }

  List<Reinstatement> reinstatements() {
    return select(
            codes,
            (code, entry) ->
                entry.change() instanceof Reinstated
                    ? Optional.of(new Reinstatement(code, entry.at()))
                    : Optional.<Reinstatement>empty())
        .toList();
  }

  /// @param codesOf the codes to list for an event that was deactivated, if any are to be listed
  List<EventDeactivation> eventDeactivations(Function<Change, Optional<List<String>>> codesOf) {
    return select(
            events,
            (id, entry) ->
                entry.change() instanceof EventReactivated
                    ? Optional.<EventDeactivation>empty()
                    : Optional.of(
                        new EventDeactivation(
                            id,
                            entry.at(),
                            entry.change() instanceof EventDeleted,
                            codesOf.apply(entry.change()).orElse(null))))
        .toList();
  }

  List<EventReactivation> eventReactivations() {
    return select(
            events,
            (id, entry) ->
                entry.change() instanceof EventReactivated
                    ? Optional.of(new EventReactivation(id, entry.at()))
                    : Optional.<EventReactivation>empty())
        .toList();
  }

  List<EndedSession> endedSessions() {
    return select(sessions, (id, entry) -> Optional.of(new EndedSession(id, entry.at()))).toList();
  }

  private void add(Entry entry) {
    switch (entry.change()) {
      case Revoked(String code) -> codes.put(code, entry);
      case Reinstated(String code) -> codes.put(code, entry);
      case EventDeactivated(String id) -> events.put(id, entry);
      case EventReactivated(String id) -> events.put(id, entry);
      case EventDeleted deleted -> {
        events.put(deleted.eventId(), entry);
        deleted.codes().forEach(code -> codes.put(code, entry));
      }
      case SessionEnded ended -> sessions.put(ended.sessionId(), entry);
    }
  }

  private static <T> Stream<T> select(Map<String, Entry> entries, Selection<T> selection) {
    return entries.entrySet().stream()
        .flatMap(each -> selection.of(each.getKey(), each.getValue()).stream());
  }

  private interface Selection<T> {
    Optional<T> of(String subject, Entry entry);
  }
}
