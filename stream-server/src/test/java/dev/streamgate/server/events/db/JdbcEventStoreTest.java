package dev.streamgate.server.events.db;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static dev.streamgate.server.fixtures.Samples.runningEvent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.foundation.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class JdbcEventStoreTest {
  private static final EventId ID = new EventId("evt-1");
  private final Database database;
  private final JdbcEventStore events;

  JdbcEventStoreTest(TestDatabase kind) {
    database = kind.open();
    events = new JdbcEventStore(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anEventComesBackAsItWasStored() {
    events.insert(runningEvent("evt-1"));

    assertThat(events.find(ID)).contains(runningEvent("evt-1"));
    assertThat(events.find(new EventId("evt-2"))).isEmpty();
  }

  @Test
  void deactivatingTwiceChangesItOnce() {
    events.insert(runningEvent("evt-1"));

    assertThat(events.setActive(ID, false, NOON)).isTrue();
    assertThat(events.setActive(ID, false, NOON.plusSeconds(5))).isFalse();
    assertThat(events.find(ID).orElseThrow().deactivatedAt()).isEqualTo(NOON);

    assertThat(events.setActive(ID, true, NOON.plusSeconds(9))).isTrue();
    assertThat(events.find(ID).orElseThrow().deactivatedAt()).isNull();
  }

  @Test
  void archivingTwiceChangesItOnce() {
    events.insert(runningEvent("evt-1"));

    assertThat(events.setArchived(ID, true, NOON)).isTrue();
    assertThat(events.setArchived(ID, true, NOON)).isFalse();
    assertThat(events.find(ID).orElseThrow().isArchived()).isTrue();
  }

  @Test
  void onlyAnExistingEventCanBeHeld() {
    events.insert(runningEvent("evt-1"));

    assertThat(events.hold(ID)).isTrue();
    assertThat(events.hold(new EventId("evt-2"))).isFalse();
  }
}
