package dev.streamgate.model.operation;

import dev.streamgate.model.tickets.TokenStatus;
import java.time.Instant;
import java.util.List;

/// The sample events as they were loaded.
public record SampleEvents(List<SampleEvent> events) {
  public SampleEvents {
    events = List.copyOf(events);
  }

  /// The tickets of all events.
  public int tickets() {
    return events.stream().mapToInt(it -> it.tickets().size()).sum();
  }

  /// A sample event with all of its tickets.
  public record SampleEvent(
      String id, String title, Instant startsAt, Instant endsAt, List<SampleTicket> tickets) {
    public SampleEvent {
      tickets = List.copyOf(tickets);
    }
  }

  /// A ticket of a sample event.
  ///
  /// @param code as it is printed on tickets
  public record SampleTicket(String code, TokenStatus status) {}
}
