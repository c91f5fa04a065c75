package dev.streamgate.server.playback;

import java.time.Instant;

/// Why a ticket opens nothing at present.
public sealed interface AccessRefusal {
  /// The word for the audit trail and the metrics.
  String reason();

  /// Staff revoked it.
  record Revoked() implements AccessRefusal {
    @Override
    public String reason() {
      return "revoked";
    }
  }

  /// Its event is not available.
  record EventInactive() implements AccessRefusal {
    @Override
    public String reason() {
      return "inactive";
    }
  }

  /// Its time is over since an instant.
  record Expired(Instant expiredAt) implements AccessRefusal {
    @Override
    public String reason() {
      return "expired";
    }
  }

  /// Its item opens at an instant to come.
  record NotYetAvailable(Instant availableAt) implements AccessRefusal {
    @Override
    public String reason() {
      return "locked";
    }
  }
}
