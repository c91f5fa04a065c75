package dev.streamgate.server.denials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;

/// The deny sets the media side reads: revoked codes, inactive events and ended sessions, kept
/// apart (Spec, rules §10). Thread-safe; reading takes no lock.
public final class Denials {
  private static final int HASHED_SUBJECT_LENGTH = 32;

  private final ConcurrentHashMap<String, Instant> subjects = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, String> codesByHash = new ConcurrentHashMap<>();
  private final ConcurrentHashMap.KeySetView<String, Boolean> events =
      ConcurrentHashMap.newKeySet();
  private final ConcurrentHashMap<String, Instant> sessions = new ConcurrentHashMap<>();

  /// Refuses a code, also where a token names it by its hash.
  public void refuseSubject(String code, Instant at) {
    codesByHash.put(hash(code), code);
    subjects.put(code, at);
  }

  /// Allows a code again.
  public void allowSubject(String code) {
    subjects.remove(code);
    codesByHash.remove(hash(code));
  }

  /// Refuses all tickets of an event.
  public void refuseEvent(String eventId) {
    events.add(eventId);
  }

  /// Allows an event's tickets again; individually revoked ones stay refused.
  public void allowEvent(String eventId) {
    events.remove(eventId);
  }

  /// Refuses a session.
  public void endSession(String sessionId, Instant at) {
    sessions.put(sessionId, at);
  }

  /// Whether a token's subject, a code or the hash of one, is refused.
  public boolean isSubjectRefused(String subject) {
    return subjects.containsKey(subject) || codesByHash.containsKey(subject);
  }

  public boolean isEventRefused(String eventId) {
    return events.contains(eventId);
  }

  public boolean isSessionEnded(String sessionId) {
    return sessions.containsKey(sessionId);
  }

  /// Revoked codes and inactive events held.
  public int revocationCount() {
    return subjects.size() + events.size();
  }

  /// Drops codes and sessions refused before an instant, because no token of theirs can still be
  /// valid. Events stay for as long as they are inactive.
  public void evictOlderThan(Instant limit) {
    sessions.values().removeIf(at -> at.isBefore(limit));
    subjects.forEach((code, at) -> {
      if (at.isBefore(limit)) {
        allowSubject(code);
      }
    });
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
