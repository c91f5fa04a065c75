package dev.streamgate.server.changes.http;

import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.fixtures.FeedDesk;
import dev.streamgate.server.fixtures.ServerUnderTest;
import dev.streamgate.server.fixtures.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventStreamTest {
  private final FeedDesk desk = new FeedDesk(TestDatabase.HSQLDB);
  private final ServerUnderTest server = new ServerUnderTest(desk::register);

  @BeforeEach
  void open() {
    desk.open(
        "evt-1",
        unusedTicket("tkt-a", "7K3M9QWX2HTW", "evt-1"),
        unusedTicket("tkt-b", "0123456789AB", "evt-1"),
        unusedTicket("tkt-c", "ABCDEFGHJKMY", "evt-1"));
  }

  @AfterEach
  void close() {
    desk.signal.close();
    server.close();
    desk.close();
  }

  @Test
  void eachChangeIsThereBeforeTheNextOne() {
    FollowedFeed feed = follow("?cursor=0");

    desk.revoke("tkt-a");
    FollowedFeed.Event first = feed.next();
    desk.unrevoke("tkt-a");
    FollowedFeed.Event second = feed.next();

    assertThat(first.name()).isEqualTo("change");
    assertThat(first.id()).isEqualTo("1");
    assertThat(first.page().revocations()).hasSize(1);
    assertThat(first.page().cursor()).isEqualTo(1);
    assertThat(first.page().logId()).isEqualTo("log-1");
    assertThat(second.id()).isEqualTo("2");
    assertThat(second.page().reinstatements()).hasSize(1);
  }

  @Test
  void whatWasMissedComesFirst() {
    desk.revoke("tkt-a");
    desk.revoke("tkt-b");
    FollowedFeed feed = follow("?cursor=1");

    assertThat(feed.next().id()).isEqualTo("2");
    desk.revoke("tkt-c");
    assertThat(feed.next().id()).isEqualTo("3");
  }

  @Test
  void aLastEventIdSaysWhereToGoOn() {
    desk.revoke("tkt-a");
    desk.revoke("tkt-b");

    assertThat(follow("?cursor=0", "Last-Event-ID", "1").next().id()).isEqualTo("2");
    assertThat(follow("", "Last-Event-ID", "1").next().id()).isEqualTo("2");
  }

  @Test
  void aReaderOfAnotherLogIsToldTheHead() {
    desk.revoke("tkt-a");
    FollowedFeed feed = follow("?cursor=900");

    FollowedFeed.Event event = feed.next();
    assertThat(event.id()).isEqualTo("1");
    assertThat(event.page().revocations()).isEmpty();
    desk.revoke("tkt-b");
    assertThat(feed.next().id()).isEqualTo("2");
  }

  @Test
  void theHeadersKeepProxiesFromHoldingEventsBack() {
    FollowedFeed feed = follow("?cursor=0");

    assertThat(feed.header("Content-Type")).startsWith("text/event-stream");
    assertThat(feed.header("X-Accel-Buffering")).isEqualTo("no");
    assertThat(feed.header("Cache-Control")).isEqualTo("no-store");
    assertThat(feed.header("X-Log-Id")).isEqualTo("log-1");
  }

  @Test
  void aQuietStreamSaysThatItLives() {
    FollowedFeed feed = follow("?cursor=0");

    feed.nextComment("nothing new");
    feed.nextComment("nothing new");
    desk.revoke("tkt-a");
    assertThat(feed.next().id()).isEqualTo("1");
  }

  @Test
  void waitingAsksTheDatabaseNothing() {
    FollowedFeed feed = follow("?cursor=0");
    feed.nextComment("nothing new");
    long before = desk.office.database.statements();

    feed.nextComment("nothing new");
    feed.nextComment("nothing new");
    assertThat(desk.office.database.statements()).isEqualTo(before);
  }

  @Test
  void readersWhoLeftOrNeverReadHinderNobody() {
    follow("?cursor=0").leave();
    IntStream.range(0, 20).forEach(_ -> follow("?cursor=0"));
    FollowedFeed feed = follow("?cursor=0");

    List.of("tkt-a", "tkt-b", "tkt-c").forEach(desk::revoke);

    assertThat(List.of(feed.next().id(), feed.next().id(), feed.next().id()))
        .containsExactly("1", "2", "3");
  }

  @Test
  void aClosedSignalEndsTheStream() {
    FollowedFeed feed = follow("?cursor=0");
    desk.revoke("tkt-a");
    feed.next();

    desk.signal.close();

    assertThat(feed.hasNext()).isFalse();
  }

  @Test
  void headIsAnsweredWithoutAStream() {
    ServerUnderTest.Answer answer =
        server.send(
            "HEAD",
            "/api/revocations/stream?cursor=0",
            "",
            "X-Internal-Api-Key",
            "test-internal-key");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
  }

  private FollowedFeed follow(String query, String... headers) {
    return FollowedFeed.of(server, query, headers);
  }
}
