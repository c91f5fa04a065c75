package dev.streamgate.server.denials;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// All that is refused at one moment.
///
/// @param codes revoked codes, and when each was
/// @param events inactive events, deleted ones among them
/// @param deletedEvents events that are gone
/// @param sessions ended sessions, and when each was
public record Refused(
    Map<String, Instant> codes,
    Set<String> events,
    Set<String> deletedEvents,
    Map<String, Instant> sessions) {
  /// Nothing is refused.
  public static final Refused NOTHING = new Refused(Map.of(), Set.of(), Set.of(), Map.of());

  public Refused {
    codes = Map.copyOf(codes);
    events = Set.copyOf(events);
    deletedEvents = Set.copyOf(deletedEvents);
    sessions = Map.copyOf(sessions);
  }
}
