package dev.streamgate.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.AuditQuery;
import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.Operations;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.insight.AuditLogEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditViewModelTest {
  private final Desk desk = new Desk();
  private final AuditViewModel audit =
      new AuditViewModel(
          desk.server.apis(),
          desk.loading(),
          () -> Samples.NOW,
          ZoneId.of("Europe/Berlin"),
          desk.tasks);

  @BeforeEach
  void twoRows() {
    EventResponse gala = Samples.event("evt-1", "Gala");
    desk.server.with(gala).with(Samples.ticket(gala, 1)).with(Samples.ticket(gala, 2));
    desk.server.operation().audit.add(Operations.row(1, "TOKEN_REVOKED", "tkt-2"));
    desk.server.operation().audit.add(Operations.row(2, "CODE_ACCEPTED", "tkt-1"));
    audit.refresh();
  }

  @Test
  void aCodeIsLookedUpSinceTheLogKnowsNone() {
    audit.ticketProperty().set("7K3M-9QWX-0022");
    desk.tasks.pass(Duration.ofMillis(300));
    assertThat(audit.rows()).extracting(AuditLogEntry::action).containsExactly("TOKEN_REVOKED");
  }

  @Test
  void aCodeNobodyHasFindsNothing() {
    audit.ticketProperty().set("ZZZZ");
    desk.tasks.pass(Duration.ofMillis(300));
    assertThat(audit.rows()).isEmpty();
  }

  @Test
  void aNewFilterBeginsOnTheFirstPage() {
    audit.turnTo(2);
    assertThat(asked().page()).isEqualTo(2);
    audit.actionProperty().set(Optional.of("CODE_ACCEPTED"));
    assertThat(asked().page()).isEqualTo(1);
  }

  @Test
  void filtersAreClearedTogether() {
    audit.actionProperty().set(Optional.of("CODE_ACCEPTED"));
    assertThat(audit.rows()).hasSize(1);
    audit.clear();
    assertThat(audit.rows()).hasSize(2);
    assertThat(audit.anySet().get()).isFalse();
  }

  @Test
  void daysAreThoseOfTheStaffAndBothAreIncluded() {
    audit.period().spanProperty().set(AuditPeriod.Span.DATES);
    audit.period().fromProperty().set(LocalDate.of(2026, 3, 9));
    audit.period().toProperty().set(LocalDate.of(2026, 3, 10));
    assertThat(asked().since()).contains(Instant.parse("2026-03-08T23:00:00Z"));
    assertThat(asked().until()).contains(Instant.parse("2026-03-10T23:00:00Z"));
  }

  @Test
  void oneDateIsEnough() {
    audit.period().spanProperty().set(AuditPeriod.Span.DATES);
    audit.period().toProperty().set(LocalDate.of(2026, 3, 10));
    assertThat(asked().since()).isEmpty();
    assertThat(asked().until()).isPresent();
  }

  @Test
  void theLastHourBeginsAnHourAgoAndNeverEnds() {
    audit.period().spanProperty().set(AuditPeriod.Span.HOUR);
    assertThat(asked().since()).contains(Samples.NOW.minus(Duration.ofHours(1)));
    assertThat(asked().until()).isEmpty();
  }

  @Test
  void datesTheWrongWayRoundAreToldAndNotAsked() {
    audit.period().spanProperty().set(AuditPeriod.Span.DATES);
    audit.period().fromProperty().set(LocalDate.of(2026, 3, 10));
    desk.server.asked().clear();
    audit.period().toProperty().set(LocalDate.of(2026, 3, 9));
    assertThat(audit.period().reversed().get()).isTrue();
    assertThat(desk.server.asked()).isEmpty();
    audit.clear();
    assertThat(audit.period().reversed().get()).isFalse();
    assertThat(desk.server.asked()).hasSize(1);
    assertThat(asked().until()).isEmpty();
  }

  private AuditQuery asked() {
    return desk.server.operation().auditQueries.getLast();
  }
}
