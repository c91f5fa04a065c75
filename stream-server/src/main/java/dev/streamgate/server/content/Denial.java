package dev.streamgate.server.content;

import dev.streamgate.server.playback.AccessRefusal;

/// Why somebody may not watch.
public sealed interface Denial {
  /// The word for the audit trail.
  String reason();

  /// Nothing was shown that opens it.
  record NotEntitled() implements Denial {
    @Override
    public String reason() {
      return "not_entitled";
    }
  }

  /// The code that was shown is none, or one of another event.
  record UnknownCode() implements Denial {
    @Override
    public String reason() {
      return "unknown";
    }
  }

  /// The event cannot be watched by anybody at present.
  record Unavailable() implements Denial {
    @Override
    public String reason() {
      return "inactive";
    }
  }

  /// The event has no preview for everybody.
  record NoPreview() implements Denial {
    @Override
    public String reason() {
      return "no_preview";
    }
  }

  /// A part of what is asked for is not open yet, and a signed address could not keep it closed.
  record PartlyLocked() implements Denial {
    @Override
    public String reason() {
      return "locked";
    }
  }

  /// The ticket opens nothing at present.
  record TicketRefused(AccessRefusal refusal) implements Denial {
    @Override
    public String reason() {
      return refusal.reason();
    }
  }
}
