package dev.streamgate.server.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.audit.db.JdbcAuditTrail;
import dev.streamgate.server.changes.Change.EventDeactivated;
import dev.streamgate.server.changes.Change.EventDeleted;
import dev.streamgate.server.changes.Change.EventReactivated;
import dev.streamgate.server.changes.Change.Reinstated;
import dev.streamgate.server.changes.Change.Revoked;
import dev.streamgate.server.changes.ChangeLog.Entry;
import dev.streamgate.server.changes.db.JdbcChangeLog;
import dev.streamgate.server.denials.Denials;
import dev.streamgate.server.events.db.JdbcEventStore;
import dev.streamgate.server.fixtures.MutableClock;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.Samples;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.tickets.db.JdbcTicketStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class ChangesTest {
  private static final int WRITERS = 8;
  private static final int CHANGES_EACH = 25;

  private final MutableClock clock = MutableClock.atNoon();
  private final Database database;
  private final JdbcChangeLog log;
  private final Denials denials = new Denials();
  private final Changes changes;

  ChangesTest(TestDatabase kind) {
    database = kind.open();
    log = new JdbcChangeLog(database);
    changes = new Changes(database::inTransaction, log, denials, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aChangeIsInForceWhenTheUnitOfWorkReturns() {
    Committed<String> committed = commit(new Revoked("CODE"));

    assertThat(committed.lastSeq()).hasValue(1);
    assertThat(changes.cursor()).isEqualTo(1);
    assertThat(denials.isSubjectRefused("CODE")).isTrue();
  }

  @Test
  void workThatFailsLeavesNothing() {
    JdbcAuditTrail audit = new JdbcAuditTrail(database, clock);

    assertThatIllegalStateException()
        .isThrownBy(() ->
            changes.commit(recorder -> {
              recorder.record(new Revoked("CODE"));
              audit.record(AuditEntry.of(AuditAction.TOKEN_REVOKED, Requester.SYSTEM));
              throw new IllegalStateException("half way");
            }));

    assertThat(log.head()).isZero();
    assertThat(log.after(0)).isEmpty();
    assertThat(auditRows()).isZero();
    assertThat(denials.isSubjectRefused("CODE")).isFalse();
  }

  @Test
  void laterChangesWin() {
    commit(new Revoked("CODE"));
    commit(new EventDeactivated("evt"));
    commit(new Reinstated("CODE"));
    commit(new EventReactivated("evt"));

    assertThat(denials.isSubjectRefused("CODE")).isFalse();
    assertThat(denials.isEventRefused("evt")).isFalse();
  }

  @Test
  void aReaderThatHasSeenANumberNeverMissesALowerOne() throws Exception {
    List<Long> seen = new ArrayList<>();
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        running.add(writers.submit(this::write));
      }
      while (running.stream().anyMatch(task -> !task.isDone())) {
        read(seen);
      }
      for (Future<?> task : running) {
        task.get();
      }
      read(seen);
    }

    assertThat(seen).isEqualTo(LongStream.rangeClosed(1, WRITERS * CHANGES_EACH).boxed().toList());
  }

  @Test
  void whatIsRefusedIsKnownAgainAfterARestart() {
    new JdbcEventStore(database).insert(Samples.runningEvent("evt-1"));
    new JdbcTicketStore(database)
        .insertAll(List.of(Samples.revokedTicket("tkt-1", "7K3M9QWX2HTW", "evt-1")));
    commit(new EventDeleted("evt-gone", List.of("GONE")));
    Denials fresh = new Denials();
    Changes restarted = new Changes(database::inTransaction, log, fresh, clock);

    restarted.restore();

    assertThat(fresh.isSubjectRefused("7K3M9QWX2HTW")).isTrue();
    assertThat(fresh.isSubjectRefused("GONE")).isTrue();
    assertThat(fresh.isEventDeleted("evt-gone")).isTrue();
    assertThat(restarted.cursor()).isEqualTo(1);
  }

  private Committed<String> commit(Change change) {
    return changes.commit(recorder -> {
      recorder.record(change);
      return "done";
    });
  }

  private void write() {
    for (int i = 0; i < CHANGES_EACH; i++) {
      commit(new Revoked("CODE" + i));
    }
  }

  private void read(List<Long> seen) {
    log.after(seen.isEmpty() ? 0 : seen.getLast()).stream().map(Entry::seq).forEach(seen::add);
  }

  private long auditRows() {
    return database.query(
        "counting audit rows",
        handle -> handle.createQuery("SELECT COUNT(*) FROM audit_log").mapTo(Long.class).one());
  }
}
