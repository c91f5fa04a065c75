package dev.streamgate.server.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps the previews of staff, each with the sign-in it belongs to.
public interface StaffPreviewStore {
  /// A staff member's look at an event.
  ///
  /// @param signIn the stored name of the sign-in
  record Preview(String sessionId, String eventId, String signIn, Instant expiresAt) {}

  void insert(Preview preview);

  /// Whether there is such a preview, and its sign-in is in force.
  boolean isOpen(String sessionId);

  Optional<Preview> find(String sessionId);

  /// Those whose sign-in has ended.
  List<Preview> orphans();

  /// Forgets a preview.
  ///
  /// @return whether it was still there
  boolean delete(String sessionId);

  /// Forgets those whose tokens have expired.
  void deleteExpired(Instant now);
}
