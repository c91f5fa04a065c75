package dev.streamgate.server.tickets;

import java.util.List;

/// What came of revoking many tickets at once.
public sealed interface BulkRevocation {
  /// All of them are revoked; so many were not before.
  record Settled(int newlyRevoked) implements BulkRevocation {}

  /// Some tickets do not exist; nothing was done.
  record Unknown(List<String> ids) implements BulkRevocation {
    public Unknown {
      ids = List.copyOf(ids);
    }
  }
}
