package dev.streamgate.console.stand;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.DashboardApi;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.insight.DashboardResponse;
import dev.streamgate.model.insight.DashboardResponse.LiveEvent;
import dev.streamgate.model.insight.DashboardResponse.UpcomingEvent;
import dev.streamgate.model.tickets.TokenBreakdown;
import dev.streamgate.model.tickets.TokenStatus;
import java.util.List;

/// Counts what the fake server holds; every event that has begun has 37 viewers.
record FakeDashboard(FakeServer server) implements DashboardApi {
  private static final long VIEWERS = 37;

  @Override
  public Answer<DashboardResponse> dashboard() {
    return server.answer("dashboard", () -> Answer.of(numbers()));
  }

  private DashboardResponse numbers() {
    List<LiveEvent> live =
        server.events.stream()
            .filter(event -> event.isActive() && event.startsAt().isBefore(Samples.NOW))
            .map(event -> new LiveEvent(event.id(), event.title(), VIEWERS))
            .toList();
    List<UpcomingEvent> upcoming =
        server.events.stream()
            .filter(event -> event.startsAt().isAfter(Samples.NOW))
            .map(FakeDashboard::upcoming)
            .toList();
    return new DashboardResponse(
        server.events.stream().filter(EventResponse::isActive).count(),
        server.tickets.size(),
        breakdown(server),
        live.size() * VIEWERS,
        live,
        upcoming);
  }

  static TokenBreakdown breakdown(FakeServer server) {
    return new TokenBreakdown(
        count(server, TokenStatus.UNUSED),
        count(server, TokenStatus.REDEEMED),
        count(server, TokenStatus.EXPIRED),
        count(server, TokenStatus.REVOKED));
  }

  private static long count(FakeServer server, TokenStatus status) {
    return server.tickets.stream().filter(ticket -> ticket.status() == status).count();
  }

  private static UpcomingEvent upcoming(EventResponse event) {
    return new UpcomingEvent(event.id(), event.title(), event.startsAt(), event.tokenCount());
  }
}
