package dev.streamgate.server.cli.demo;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.tickets.GenerateRequest;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.cli.StartedPlatform;
import dev.streamgate.server.events.EditOutcome;
import dev.streamgate.server.tickets.BatchOutcome;
import dev.streamgate.server.tickets.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The sample events of the demonstration, made the way staff make theirs.
public final class DemoEvents {
  private static final int TICKETS = 10;

  private final StartedPlatform server;
  private final Instant now;

  public DemoEvents(StartedPlatform server, Instant now) {
    this.server = server;
    this.now = now.truncatedTo(ChronoUnit.MINUTES);
  }

  /// An event of the demonstration and a code that opens it, as it is printed on tickets.
  public record DemoEvent(EventId id, String code) {}

  /// An event that is running.
  public DemoEvent live() {
    return create("Summer Night Live", Duration.ofHours(-1), Duration.ofHours(3));
  }

  /// An event that has not begun.
  public DemoEvent upcoming() {
    return create("Jazz in the Courtyard", Duration.ofHours(2), Duration.ofHours(4));
  }

  /// An event that is over and can still be watched.
  public DemoEvent recording() {
    return create("Chamber Music, Last Night", Duration.ofHours(-20), Duration.ofHours(-18));
  }

  private DemoEvent create(String title, Duration startsIn, Duration endsIn) {
    EventRequest request =
        new EventRequest(
            title,
            "A sample event of the demonstration.",
            null,
            null,
            WireJson.instant(now.plus(startsIn)),
            WireJson.instant(now.plus(endsIn)),
            null,
            null,
            null,
            null,
            null);
    return switch (server.events().create(request, Requester.SYSTEM)) {
      case EditOutcome.Saved saved -> ticketsFor(saved.event().id());
      case EditOutcome.Refused refused ->
          throw new IllegalStateException("a sample event was refused: " + refused.problem());
      case EditOutcome.Unknown unknown ->
          throw new IllegalStateException("a new event cannot be unknown");
    };
  }

  private DemoEvent ticketsFor(EventId event) {
    GenerateRequest request = new GenerateRequest(TICKETS, "Demo", null, null, null, null, null);
    BatchOutcome outcome = server.tickets().generate(event, request, Requester.SYSTEM);
    if (!(outcome instanceof BatchOutcome.Made made)) {
      throw new IllegalStateException("the sample tickets were not made: " + outcome);
    }
    Ticket first = made.tickets().getFirst();
    return new DemoEvent(event, first.code().display());
  }
}
