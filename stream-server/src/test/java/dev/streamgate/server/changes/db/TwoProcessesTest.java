package dev.streamgate.server.changes.db;

import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.changes.Changes;
import dev.streamgate.server.denials.Denials;
import dev.streamgate.server.fixtures.FeedDesk;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.foundation.Database;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two processes on one database.
@OnEveryDatabase
class TwoProcessesTest {
  private static final String CODE = "7K3M9QWX2HTW";

  private final FeedDesk desk;
  private final Denials otherDenials = new Denials();
  private final Changes other;

  TwoProcessesTest(TestDatabase kind) {
    desk = new FeedDesk(kind);
    Database database = desk.office.database;
    other =
        new Changes(database::inTransaction, new JdbcChangeLog(database), otherDenials, desk.clock);
    other.restore();
    desk.open("evt-1", unusedTicket("tkt-a", CODE, "evt-1"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void whatOneChangesTheOtherRefusesWhenItFollowsTheLog() {
    List<Long> heard = new ArrayList<>();
    other.whenInForce(heard::add);

    desk.revoke("tkt-a");
    assertThat(otherDenials.isSubjectRefused(CODE)).isFalse();

    other.follow();
    other.follow();
    assertThat(otherDenials.isSubjectRefused(CODE)).isTrue();
    assertThat(heard).containsExactly(1L);

    desk.unrevoke("tkt-a");
    other.follow();
    assertThat(otherDenials.isSubjectRefused(CODE)).isFalse();
    assertThat(heard).containsExactly(1L, 2L);
  }
}
