package dev.streamgate.server.changes.db;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.changes.RevocationSyncResponse;
import dev.streamgate.model.changes.RevocationSyncResponse.EndedSession;
import dev.streamgate.model.changes.RevocationSyncResponse.EventDeactivation;
import dev.streamgate.model.changes.RevocationSyncResponse.EventReactivation;
import dev.streamgate.model.changes.RevocationSyncResponse.Reinstatement;
import dev.streamgate.model.changes.RevocationSyncResponse.Revocation;
import dev.streamgate.model.sessions.SessionEndReason;
import dev.streamgate.server.changes.Change.SessionEnded;
import dev.streamgate.server.changes.Feed;
import dev.streamgate.server.fixtures.FeedDesk;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The feed on a real log, changed the way staff change it.
@OnEveryDatabase
class FeedTest {
  private static final String A = "7K3M9QWX2HTW";
  private static final String B = "0123456789AB";
  private static final String C = "ABCDEFGHJKMY";

  private final FeedDesk desk;

  FeedTest(TestDatabase kind) {
    desk = new FeedDesk(kind);
    desk.open(
        "evt-1",
        unusedTicket("tkt-a", A, "evt-1"),
        unusedTicket("tkt-b", B, "evt-1"),
        unusedTicket("tkt-c", C, "evt-1"));
    desk.clock.advance(Duration.ofMinutes(10));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void anEmptyLogTellsNothingButWhereItIs() {
    RevocationSyncResponse page = after(0);

    assertThat(page.revocations()).isEmpty();
    assertThat(page.cursor()).isZero();
    assertThat(page.more()).isFalse();
    assertThat(page.logId()).isEqualTo("log-1");
  }

  @Test
  void aPageByCursorIsTheNetEffectOfItsEntries() {
    desk.revoke("tkt-a");
    desk.revoke("tkt-b");
    desk.unrevoke("tkt-a");
    desk.deactivate("evt-1");
    desk.reactivate("evt-1");

    RevocationSyncResponse page = after(0);

    assertThat(page.revocations()).containsExactly(new Revocation(B, now()));
    assertThat(page.reinstatements()).containsExactly(new Reinstatement(A, now()));
    assertThat(page.eventDeactivations()).isEmpty();
    assertThat(page.eventReactivations()).containsExactly(new EventReactivation("evt-1", now()));
    assertThat(page.cursor()).isEqualTo(5);
  }

  @Test
  void onlyWhatComesAfterTheCursorIsTold() {
    desk.revoke("tkt-a");
    desk.revoke("tkt-b");

    assertThat(after(1).revocations()).containsExactly(new Revocation(B, now()));
    assertThat(after(2).revocations()).isEmpty();
    assertThat(after(2).cursor()).isEqualTo(2);
  }

  @Test
  void aCursorBeyondTheHeadIsAnsweredWithTheHead() {
    desk.revoke("tkt-a");

    RevocationSyncResponse page = after(77);

    assertThat(page.cursor()).isEqualTo(1);
    assertThat(page.revocations()).isEmpty();
  }

  @Test
  void aLongRunComesInPages() {
    desk.revoke("tkt-a");
    desk.revoke("tkt-b");
    desk.revoke("tkt-c");

    RevocationSyncResponse first = desk.feed.since(Instant.EPOCH, 2);
    RevocationSyncResponse second = desk.feed.after(first.cursor(), 2);

    assertThat(first.revocations()).extracting(Revocation::code).containsExactly(A, B);
    assertThat(first.more()).isTrue();
    assertThat(first.cursor()).isEqualTo(2);
    assertThat(second.revocations()).extracting(Revocation::code).containsExactly(C);
    assertThat(second.more()).isFalse();
    assertThat(second.cursor()).isEqualTo(3);
  }

  @Test
  void sinceTellsWhatIsInForceAndChangedLater() {
    desk.revoke("tkt-a");
    desk.revoke("tkt-b");
    desk.clock.advance(Duration.ofMinutes(5));
    desk.unrevoke("tkt-b");
    desk.revoke("tkt-c");

    RevocationSyncResponse all = desk.feed.since(NOON, Feed.LONGEST_PAGE);
    RevocationSyncResponse late = desk.feed.since(now().minusSeconds(1), Feed.LONGEST_PAGE);

    assertThat(all.revocations()).extracting(Revocation::code).containsExactly(A, C);
    assertThat(all.reinstatements()).containsExactly(new Reinstatement(B, now()));
    assertThat(late.revocations()).extracting(Revocation::code).containsExactly(C);
    assertThat(late.cursor()).isEqualTo(4);
  }

  @Test
  void askingAgainWithTheServerTimeLosesNothing() {
    RevocationSyncResponse before = desk.feed.since(NOON, Feed.LONGEST_PAGE);
    desk.revoke("tkt-a");

    assertThat(desk.feed.since(before.serverTime(), Feed.LONGEST_PAGE).revocations())
        .containsExactly(new Revocation(A, now()));
  }

  @Test
  void anInactiveEventListsItsCodesToThoseWhoAskByTimeOnly() {
    desk.deactivate("evt-1");

    assertThat(desk.feed.since(NOON, Feed.LONGEST_PAGE).eventDeactivations())
        .containsExactly(new EventDeactivation("evt-1", now(), false, List.of(B, A, C)));
    assertThat(after(0).eventDeactivations())
        .containsExactly(new EventDeactivation("evt-1", now(), false, null));
  }

  @Test
  void aDeletedEventsCodesAreRevoked() {
    desk.delete("evt-1");

    RevocationSyncResponse byTime = desk.feed.since(NOON, Feed.LONGEST_PAGE);

    assertThat(byTime.eventDeactivations())
        .containsExactly(new EventDeactivation("evt-1", now(), true, List.of(B, A, C)));
    assertThat(byTime.revocations()).extracting(Revocation::code).containsExactly(B, A, C);
    assertThat(after(0).revocations()).extracting(Revocation::code).containsExactly(B, A, C);
    assertThat(after(0).eventDeactivations())
        .containsExactly(new EventDeactivation("evt-1", now(), true, null));
  }

  @Test
  void aCodeThatWasIssuedAgainIsNotRevokedWithItsFormerEvent() {
    desk.delete("evt-1");
    desk.open("evt-2", unusedTicket("tkt-new", A, "evt-2"));

    assertThat(after(0).revocations()).extracting(Revocation::code).containsExactly(B, C);
  }

  @Test
  void endedSessionsAreTold() {
    desk.office.changes.commit(recorder -> {
      recorder.record(new SessionEnded("sid-1", SessionEndReason.RELEASED));
      return 0;
    });

    assertThat(after(0).endedSessions()).containsExactly(new EndedSession("sid-1", now()));
  }

  @Test
  void theLogIsKeptThirtyDays() {
    desk.delete("evt-1");
    desk.clock.advance(Feed.KEPT);
    desk.feed.tidy();
    assertThat(desk.log.find(1)).isPresent();
    assertThat(tombstones()).isEqualTo(3);

    desk.clock.advance(Duration.ofSeconds(1));
    desk.feed.tidy();
    assertThat(desk.log.find(1)).isEmpty();
    assertThat(tombstones()).isZero();
    assertThat(desk.log.head()).isEqualTo(1);
  }

  @Test
  void aClockThatWentWrongForAWhileLeavesNoGapInTheLog() {
    Instant right = now();
    desk.revoke("tkt-a");
    desk.clock.set(right.minus(Duration.ofDays(99)));
    desk.revoke("tkt-b");
    desk.clock.set(right);

    desk.feed.tidy();

    assertThat(desk.log.oldest().map(entry -> entry.seq())).isEqualTo(Optional.of(1L));
    assertThat(after(0).revocations()).extracting(Revocation::code).containsExactly(A, B);
  }

  @Test
  void theLogIsForgottenUpToTheFirstChangeThatIsKept() {
    Instant early = now();
    desk.revoke("tkt-a");
    desk.clock.advance(Feed.KEPT.plusSeconds(1));
    desk.revoke("tkt-b");
    desk.clock.set(early);
    desk.revoke("tkt-c");
    desk.clock.set(early.plus(Feed.KEPT).plusSeconds(1));

    desk.feed.tidy();

    assertThat(desk.log.oldest().map(entry -> entry.seq())).isEqualTo(Optional.of(2L));
    assertThat(desk.log.find(3)).isPresent();
  }

  @Test
  void whoComesFromBeforeTheLogGetsAllThatIsInForce() {
    desk.open("evt-2");
    desk.deactivate("evt-2");
    desk.revoke("tkt-a");
    desk.clock.advance(Feed.KEPT.plusSeconds(1));
    desk.feed.tidy();
    assertThat(after(0).eventDeactivations())
        .extracting(EventDeactivation::eventId)
        .containsExactly("evt-2");

    desk.revoke("tkt-b");
    RevocationSyncResponse page = after(1);

    assertThat(page.eventDeactivations())
        .extracting(EventDeactivation::eventId)
        .containsExactly("evt-2");
    assertThat(page.revocations()).extracting(Revocation::code).containsExactly(A, B);
    assertThat(page.cursor()).isEqualTo(3);
    assertThat(after(2).eventDeactivations()).isEmpty();
  }

  @Test
  void timesThatNoDatabaseKnowsAreUnderstood() {
    desk.revoke("tkt-a");

    assertThat(desk.feed.since(Instant.MIN, Feed.LONGEST_PAGE).revocations()).hasSize(1);
    assertThat(desk.feed.since(Instant.MAX, Feed.LONGEST_PAGE).revocations()).isEmpty();
  }

  @Test
  void theLogHasOneNameForGood() {
    JdbcLogIdentity identity = new JdbcLogIdentity(desk.office.database);

    assertThat(identity.orElse("first")).isEqualTo("first");
    assertThat(identity.orElse("second")).isEqualTo("first");
  }

  private RevocationSyncResponse after(long cursor) {
    return desk.feed.after(cursor, Feed.LONGEST_PAGE);
  }

  private Instant now() {
    return desk.clock.instant();
  }

  private long tombstones() {
    return desk.office.database.query(
        "counting tombstones",
        handle -> handle.createQuery("SELECT COUNT(*) FROM tombstones").mapTo(Long.class).one());
  }
}
