package dev.streamgate.server.denials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The deny sets the media side reads: revoked codes, inactive events and ended sessions, kept
/// apart (Spec, rules §10). Thread-safe; reading takes no lock.
public final class Denials {
  private static final int HASHED_SUBJECT_LENGTH = 32;

  private final ConcurrentHashMap<String, Instant> codes = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Instant> hashedCodes = new ConcurrentHashMap<>();
  private final Set<String> events = ConcurrentHashMap.newKeySet();
  private final Set<String> deletedEvents = ConcurrentHashMap.newKeySet();
  private final ConcurrentHashMap<String, Instant> sessions = new ConcurrentHashMap<>();

  /// Refuses a code, also where a token names it by its hash.
  public void refuseSubject(String code, Instant at) {
    hashedCodes.put(hash(code), at);
    codes.put(code, at);
  }

  /// Allows a code again.
  public void allowSubject(String code) {
    codes.remove(code);
    hashedCodes.remove(hash(code));
  }

  /// Refuses all tickets of an event; staff may still look at it.
  public void refuseEvent(String eventId) {
    events.add(eventId);
  }

  /// Refuses an event to everybody, staff too, because it is gone.
  public void deleteEvent(String eventId) {
    deletedEvents.add(eventId);
    events.add(eventId);
  }

  /// Allows an event's tickets again; individually revoked ones stay refused.
  public void allowEvent(String eventId) {
    events.remove(eventId);
    deletedEvents.remove(eventId);
  }

  /// Refuses a session.
  public void endSession(String sessionId, Instant at) {
    sessions.put(sessionId, at);
  }

  /// Whether a token's subject, a code or the hash of one, is refused.
  public boolean isSubjectRefused(String subject) {
    return codes.containsKey(subject) || hashedCodes.containsKey(subject);
  }

  /// Whether an event is inactive or deleted.
  public boolean isEventRefused(String eventId) {
    return events.contains(eventId);
  }

  public boolean isEventDeleted(String eventId) {
    return deletedEvents.contains(eventId);
  }

  public boolean isSessionEnded(String sessionId) {
    return sessions.containsKey(sessionId);
  }

  /// Revoked codes and inactive events held.
  public int revocationCount() {
    return codes.size() + events.size();
  }

  /// Drops codes and sessions refused before an instant, because no token of theirs can still be
  /// valid. Events stay for as long as they are inactive. A code refused anew meanwhile stays.
  public void evictOlderThan(Instant limit) {
    codes.values().removeIf(at -> at.isBefore(limit));
    hashedCodes.values().removeIf(at -> at.isBefore(limit));
    sessions.values().removeIf(at -> at.isBefore(limit));
  }

  /// All that is refused now.
  public Refused refused() {
    return new Refused(codes, events, deletedEvents, sessions);
  }

  /// Refuses exactly this from now on. What is refused before and after is refused in between as
  /// well.
  public void become(Refused refused) {
    refused.codes().forEach(this::refuseSubject);
    events.addAll(refused.events());
    deletedEvents.addAll(refused.deletedEvents());
    sessions.putAll(refused.sessions());
    codes.keySet().stream()
        .filter(code -> !refused.codes().containsKey(code))
        .toList()
        .forEach(this::allowSubject);
    events.retainAll(refused.events());
    deletedEvents.retainAll(refused.deletedEvents());
    sessions.keySet().retainAll(refused.sessions().keySet());
  }

  /// The first 32 hex digits of SHA-256, by which content tokens name a code.
  private static String hash(String code) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASHED_SUBJECT_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
