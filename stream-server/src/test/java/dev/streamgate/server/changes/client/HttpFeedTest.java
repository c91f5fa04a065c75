package dev.streamgate.server.changes.client;

import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.model.changes.EdgeResponse;
import dev.streamgate.model.changes.RevocationSyncResponse;
import dev.streamgate.server.changes.Acknowledgement;
import dev.streamgate.server.changes.EdgeSnapshot;
import dev.streamgate.server.changes.Feed;
import dev.streamgate.server.changes.FeedSource;
import dev.streamgate.server.denials.Refused;
import dev.streamgate.server.fixtures.FeedDesk;
import dev.streamgate.server.fixtures.ServerUnderTest;
import dev.streamgate.server.fixtures.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An edge that follows a real feed over HTTP.
@Timeout(120)
class HttpFeedTest {
  private static final String CODE = "7K3M9QWX2HTW";
  private static final String OTHER = "0123456789AB";

  private final FeedDesk desk = new FeedDesk(TestDatabase.HSQLDB);
  private final ServerUnderTest server = new ServerUnderTest(desk::register);
  private final HttpFeed feed = new HttpFeed(server.address(), ServerUnderTest.INTERNAL_KEY);
  private final FollowingEdge edge = new FollowingEdge(feed, desk.clock);

  @BeforeEach
  void open() {
    desk.open("evt-1", unusedTicket("tkt-a", CODE, "evt-1"), unusedTicket("tkt-b", OTHER, "evt-1"));
  }

  @AfterEach
  void close() {
    desk.signal.close();
    edge.close();
    feed.close();
    server.close();
    desk.close();
  }

  @Test
  void eachKindOfChangeArrives() throws InterruptedException {
    edge.begin();

    desk.revoke("tkt-a");
    awaitDenials("revoked", () -> edge.denials.isSubjectRefused(CODE));
    desk.unrevoke("tkt-a");
    awaitDenials("reinstated", () -> !edge.denials.isSubjectRefused(CODE));
    desk.deactivate("evt-1");
    awaitDenials("deactivated", () -> edge.denials.isEventRefused("evt-1"));
    desk.reactivate("evt-1");
    awaitDenials("reactivated", () -> !edge.denials.isEventRefused("evt-1"));
    desk.delete("evt-1");
    awaitDenials("deleted", () -> edge.denials.isEventDeleted("evt-1"));
    assertThat(edge.denials.isSubjectRefused(OTHER)).isTrue();
  }

  @Test
  void whatHappenedBeforeIsKnownAfterTheFirstWord() throws InterruptedException {
    desk.revoke("tkt-a");
    desk.deactivate("evt-1");

    edge.begin();

    assertThat(edge.health.awaitFirst(Duration.ofSeconds(20))).isTrue();
    assertThat(edge.denials.isSubjectRefused(CODE)).isTrue();
    assertThat(edge.denials.isEventRefused("evt-1")).isTrue();
    assertThat(edge.memory.cursor()).isEqualTo(2);
  }

  @Test
  void withoutTheStreamAskingBringsIt() throws InterruptedException {
    try (FollowingEdge blocked = new FollowingEdge(new WithoutStream(feed), desk.clock).begin()) {
      blocked.health.awaitFirst(Duration.ofSeconds(20));
      desk.revoke("tkt-a");

      desk.clock.advance(FollowingEdge.POLL);

      awaitDenials("revoked", () -> blocked.denials.isSubjectRefused(CODE));
      assertThat(blocked.health.failures()).as("asking works").isZero();
    }
  }

  @Test
  void anEdgeThatKnowsAnotherLogBeginsAgain() throws InterruptedException {
    desk.revoke("tkt-a");
    edge.memory.recall(known("log-0", 1, desk.clock.instant()));

    edge.begin();

    awaitForgotten();
  }

  @Test
  void anEdgeThatIsBeyondTheNewestChangeBeginsAgain() throws InterruptedException {
    desk.revoke("tkt-a");
    edge.memory.recall(known("log-1", 99, desk.clock.instant()));

    edge.begin();

    awaitForgotten();
  }

  @Test
  void anEdgeThatWasAwayForLongerThanTheLogIsKeptBeginsAgain() throws InterruptedException {
    desk.revoke("tkt-a");
    edge.memory.recall(known("log-1", 1, desk.clock.instant().minus(Feed.KEPT)));

    edge.begin();

    awaitForgotten();
  }

  @Test
  void anEdgeThatIsBackSoonGoesOnWhereItWas() throws InterruptedException {
    desk.revoke("tkt-a");
    edge.memory.recall(known("log-1", 1, desk.clock.instant()));
    desk.revoke("tkt-b");

    edge.begin();

    awaitDenials("revoked", () -> edge.denials.isSubjectRefused(OTHER));
    assertThat(edge.denials.isSubjectRefused("KNOWNBEFORE1")).isTrue();
  }

  @Test
  void theNewestAppliedChangeIsAcknowledgedAndAGoodbyeEndsTheWait() throws InterruptedException {
    edge.begin();
    desk.revoke("tkt-a");
    desk.revoke("tkt-b");

    FollowingEdge.await("acknowledged", () -> cursorsOfEdges().equals(List.of(2L)));
    edge.sayGoodbye();

    assertThat(desk.edges.list()).extracting(EdgeResponse::expected).containsExactly(false);
  }

  @Test
  void whatAnEdgeHasAppliedOfAnotherLogConfirmsNothing() throws Exception {
    desk.revoke("tkt-a");

    feed.acknowledge(FeedDesk.at("edge-2", 99), "log-0");

    assertThat(cursorsOfEdges()).containsExactly(0L);
  }

  @Test
  void anEdgeThatMustNotBeBlindAsksWhileTheStreamHasNothingToSay() throws InterruptedException {
    try (FollowingEdge strict =
        new FollowingEdge(feed, InstantSource.system(), Optional.of(Duration.ofMillis(400)))) {
      strict.begin();
      strict.health.awaitFirst(Duration.ofSeconds(20));
      long cursorsSeen = desk.office.database.statements();

      FollowingEdge.await("asked again", () -> desk.office.database.statements() > cursorsSeen);
      FollowingEdge.await("sees", () -> !strict.health.isBlind());
    }
  }

  @Test
  void aPageThatLacksAPartIsNoPageAndTheEdgeGoesOn() throws InterruptedException {
    String page = "{\"revocations\":[],\"eventDeactivations\":[],\"cursor\":1,\"logId\":\"log-1\"}";
    try (OddPlatform odd = OddPlatform.answering(page);
        HttpFeed asked = new HttpFeed(odd.address(), "key");
        FollowingEdge puzzled = new FollowingEdge(asked, desk.clock).begin()) {
      FollowingEdge.await("several attempts", () -> puzzled.health.failures() >= 3);

      assertThat(puzzled.memory.cursor()).isZero();
    }
  }

  @Test
  void anAnswerThatStopsInTheMiddleIsGivenUp() throws IOException {
    try (OddPlatform odd = OddPlatform.stalling();
        HttpFeed asked = new HttpFeed(odd.address(), "key", Duration.ofMillis(300))) {
      assertThatThrownBy(() -> asked.after(0))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("does not answer");
      assertThatThrownBy(() -> asked.acknowledge(FeedDesk.at("edge-1", 0), "log-1"))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aPlatformThatCannotReadItsLogEndsTheStreamInsteadOfSayingThatThereIsNothing()
      throws Exception {
    try (FeedSource.Tail tail = feed.follow(0)) {
      tail.next(Duration.ofSeconds(20));
      desk.blind = true;

      assertThatThrownBy(
              () -> {
                while (true) {
                  tail.next(Duration.ofSeconds(20));
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessage("the platform ended the stream");
    }
  }

  @Test
  void aWrongKeyIsToldAndTriedAgain() throws InterruptedException {
    try (HttpFeed locked = new HttpFeed(server.address(), "another key");
        FollowingEdge stranger = new FollowingEdge(locked, desk.clock).begin()) {
      FollowingEdge.await("two attempts", () -> stranger.health.failures() >= 2);

      assertThat(stranger.health.lastHeard()).isEqualTo("never");
      assertThatThrownBy(() -> locked.after(0))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("INTERNAL_API_KEY must be the platform's");
    }
  }

  @Test
  void somethingThatIsNoPlatformIsNoFeed() {
    try (ServerUnderTest other = new ServerUnderTest(routes -> {});
        HttpFeed wrong = new HttpFeed(other.address(), ServerUnderTest.INTERNAL_KEY)) {
      assertThatThrownBy(() -> wrong.after(0))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("answered 404");
    }
  }

  /// What an edge knew that refused a code which is not refused any more.
  private static EdgeSnapshot known(String logId, long cursor, Instant syncedAt) {
    return new EdgeSnapshot(
        logId,
        cursor,
        syncedAt,
        new Refused(
            Map.of("KNOWNBEFORE1", syncedAt), Set.of("evt-gone"), Set.of(), Map.of("s", syncedAt)));
  }

  private void awaitForgotten() throws InterruptedException {
    awaitDenials("refused", () -> edge.denials.isSubjectRefused(CODE));
    awaitDenials("forgotten", () -> edge.denials.refused().codes().keySet().equals(Set.of(CODE)));
    assertThat(edge.denials.isEventRefused("evt-gone")).isFalse();
    assertThat(edge.denials.isSessionEnded("s")).isFalse();
    assertThat(edge.memory.cursor()).isEqualTo(1);
  }

  private List<Long> cursorsOfEdges() {
    return desk.edges.list().stream().map(EdgeResponse::cursor).toList();
  }

  private static void awaitDenials(String what, BooleanSupplier so) throws InterruptedException {
    FollowingEdge.await(what, so);
  }

  /// A platform behind a proxy that lets no stream through.
  private record WithoutStream(FeedSource source) implements FeedSource {
    @Override
    public RevocationSyncResponse after(long cursor) throws IOException, InterruptedException {
      return source.after(cursor);
    }

    @Override
    public Tail follow(long cursor) throws IOException {
      throw new IOException("the proxy answered 403");
    }

    @Override
    public void acknowledge(Acknowledgement said, String logId)
        throws IOException, InterruptedException {
      source.acknowledge(said, logId);
    }
  }
}
