package dev.streamgate.model.insight;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.streamgate.model.changes.ChangeConfirmation;
import dev.streamgate.model.changes.EdgeResponse;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.sessions.LiveSessionView;
import dev.streamgate.model.staff.LockedAddressResponse;
import dev.streamgate.model.staff.StaffRole;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the server tells a console on `GET /api/admin/stream`. The name of a server-sent event says
/// which of these its data is. A stream begins with {@link Opening}; then comes one message of each
/// kind that shows a state, whole, and after that whatever changes.
public sealed interface ConsoleMessage {
  /// The first message: whatever was told before is void, and lists that were loaded are to be
  /// loaded again, since nobody knows what changed in between.
  ///
  /// @param kinds the names of the events that this role is told
  record Opening(Instant serverTime, StaffRole role, List<String> kinds) implements ConsoleMessage {
    public Opening {
      kinds = List.copyOf(kinds);
    }
  }

  /// Who watches. Counts are always whole.
  ///
  /// @param whole whether `started` is everybody who watches, in place of what was told before
  /// @param events events that somebody watches
  /// @param started sessions that are new, or of which more has changed than the heartbeat
  /// @param heard further heartbeats
  /// @param ended ids of sessions that are over
  record Viewers(
      boolean whole,
      long total,
      List<EventViewers> events,
      List<LiveSessionView> started,
      List<Heard> heard,
      List<String> ended)
      implements ConsoleMessage {
    public Viewers {
      events = List.copyOf(events);
      started = List.copyOf(started);
      heard = List.copyOf(heard);
      ended = List.copyOf(ended);
    }
  }

  /// How many sessions an event has.
  record EventViewers(String eventId, long viewers) {}

  /// The newest heartbeat of a session.
  record Heard(String sessionId, Instant lastHeartbeat) {}

  /// Tickets that changed: what is shown of them is to be read again.
  ///
  /// @param everywhere whether more changed than is named here, in any event
  /// @param events events of which many tickets changed, came or went
  /// @param tickets single tickets that changed
  record Tickets(boolean everywhere, List<String> events, List<TicketChange> tickets)
      implements ConsoleMessage {
    public Tickets {
      events = List.copyOf(events);
      tickets = List.copyOf(tickets);
    }
  }

  /// What happened to a ticket.
  record TicketChange(String id, TicketHappening what) {}

  /// The kinds of change of a ticket.
  enum TicketHappening {
    /// It was used for the first time, or again after its seat had been left.
    @JsonProperty("redeemed")
    REDEEMED,
    @JsonProperty("revoked")
    REVOKED,
    @JsonProperty("reinstated")
    REINSTATED,
    /// Label, seats or takeovers used.
    @JsonProperty("edited")
    EDITED
  }

  /// Events that changed: what is shown of them is to be read again.
  ///
  /// @param everywhere whether more changed than is named here
  record Events(boolean everywhere, List<EventChange> events) implements ConsoleMessage {
    public Events {
      events = List.copyOf(events);
    }
  }

  /// What happened to an event.
  record EventChange(String id, EventHappening what) {}

  /// The kinds of change of an event.
  enum EventHappening {
    @JsonProperty("created")
    CREATED,
    /// Any of its fields, or its items.
    @JsonProperty("updated")
    UPDATED,
    @JsonProperty("deactivated")
    DEACTIVATED,
    @JsonProperty("reactivated")
    REACTIVATED,
    @JsonProperty("archived")
    ARCHIVED,
    @JsonProperty("unarchived")
    UNARCHIVED,
    @JsonProperty("deleted")
    DELETED
  }

  /// All processes that serve media, as `GET /api/admin/edges` lists them.
  ///
  /// @param head the number of the newest change
  record Edges(long head, List<EdgeResponse> edges) implements ConsoleMessage {
    public Edges {
      edges = List.copyOf(edges);
    }
  }

  /// Changes of which it became known, or known better, whom they have reached. A change that all
  /// have confirmed is told once more as such. Confirmations go in order: whoever has confirmed a
  /// change has confirmed those before it.
  record Changes(List<ChangeConfirmation> changes) implements ConsoleMessage {
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /// All addresses that have used up their guesses, as `GET /api/admin/locked-addresses` lists
  /// them.
  record Locked(List<LockedAddressResponse> addresses) implements ConsoleMessage {
    public Locked {
      addresses = List.copyOf(addresses);
    }
  }

  /// All that the operator should know of at present.
  record Warnings(List<OperatorWarning> warnings) implements ConsoleMessage {
    public Warnings {
      warnings = List.copyOf(warnings);
    }
  }

  /// The last message of a stream that the server ends.
  record Closing(ClosingReason reason) implements ConsoleMessage {}

  /// Why the server ends a stream.
  enum ClosingReason {
    /// The sign-in is over, or its account is another one now; asking again is answered 401.
    @JsonProperty("signed_out")
    SIGNED_OUT,
    /// The server stops.
    @JsonProperty("stopping")
    STOPPING,
    /// The server cannot read its database; it may soon again.
    @JsonProperty("breakdown")
    BREAKDOWN
  }

  /// The name of the server-sent event that carries such a message, and for which of them.
  enum Kind {
    OPENING(Opening.class),
    VIEWERS(Viewers.class),
    TICKETS(Tickets.class),
    EVENTS(Events.class),
    EDGES(Edges.class),
    CHANGES(Changes.class),
    LOCKED(Locked.class),
    WARNINGS(Warnings.class),
    CLOSING(Closing.class);

    private final Class<? extends ConsoleMessage> type;

    Kind(Class<? extends ConsoleMessage> type) {
      this.type = type;
    }

    /// As it stands after `event:`.
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of a message.
    public static Kind of(ConsoleMessage message) {
      return Arrays.stream(values())
          .filter(kind -> kind.type.isInstance(message))
          .findFirst()
          .orElseThrow();
    }
  }

  /// Reads the data of a server-sent event; empty if its name is not known here.
  ///
  /// @throws dev.streamgate.model.json.MalformedJsonException if the data is no such message
  static Optional<ConsoleMessage> read(String event, byte[] data) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.wireName().equals(event))
        .findFirst()
        .map(kind -> WireJson.read(data, kind.type));
  }
}
