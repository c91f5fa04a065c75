package dev.streamgate.server.changes.db;

import static dev.streamgate.server.fixtures.FeedDesk.at;
import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.streamgate.model.changes.ChangeConfirmation;
import dev.streamgate.model.changes.ChangeConfirmation.EdgeConfirmation;
import dev.streamgate.model.changes.EdgeResponse;
import dev.streamgate.server.changes.Acknowledgement;
import dev.streamgate.server.changes.Stragglers;
import dev.streamgate.server.fixtures.FeedDesk;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.StaffOffice;
import dev.streamgate.server.fixtures.TestDatabase;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The register of edges on a real database, and the changes they confirm.
@OnEveryDatabase
class EdgesTest {
  private final FeedDesk desk;

  EdgesTest(TestDatabase kind) {
    desk = new FeedDesk(kind);
    desk.open(
        "evt-1",
        unusedTicket("tkt-a", "7K3M9QWX2HTW", "evt-1"),
        unusedTicket("tkt-b", "0123456789AB", "evt-1"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void anEdgeIsListedWithHowFarItIsBehind() {
    desk.revoke("tkt-a");
    desk.revoke("tkt-b");

    long head =
        desk.edges.acknowledge(
            new Acknowledgement("edge-eu", 1, "https://eu.example", "1.0.0", "i-1", false));

    assertThat(head).isEqualTo(2);
    assertThat(desk.edges.list())
        .containsExactly(
            new EdgeResponse(
                "edge-eu",
                "https://eu.example",
                "1.0.0",
                1,
                1,
                desk.clock.instant(),
                true,
                false,
                0L));
  }

  @Test
  void whatChangesWaitForIsCounted() {
    desk.edges.acknowledge(at("edge-eu", 0));
    desk.edges.acknowledge(at("edge-us", 0));
    assertThat(desk.edges.stragglers()).isEqualTo(new Stragglers(0, Duration.ZERO));

    desk.revoke("tkt-a");
    desk.edges.acknowledge(at("edge-us", 1));
    desk.clock.advance(Duration.ofSeconds(40));
    assertThat(desk.edges.stragglers()).isEqualTo(new Stragglers(0, Duration.ofSeconds(40)));

    desk.edges.acknowledge(at("edge-us", 1));
    desk.clock.advance(Duration.ofSeconds(40));
    assertThat(desk.edges.stragglers()).isEqualTo(new Stragglers(1, Duration.ZERO));

    desk.edges.acknowledge(at("edge-eu", 1));
    assertThat(desk.edges.stragglers()).isEqualTo(new Stragglers(0, Duration.ZERO));

    desk.edges.acknowledge(new Acknowledgement("edge-eu", 1, null, null, "edge-eu-started", true));
    desk.clock.advance(Duration.ofSeconds(10));
    desk.edges.acknowledge(at("edge-us", 1));
    desk.clock.advance(Duration.ofSeconds(69));
    assertThat(desk.edges.stragglers().lost()).as("one said goodbye").isZero();
  }

  @Test
  void theCursorNeverMovesBack() {
    desk.revoke("tkt-a");
    desk.revoke("tkt-b");
    desk.edges.acknowledge(at("edge-eu", 2));
    desk.edges.acknowledge(at("edge-eu", 1));

    assertThat(only().cursor()).isEqualTo(2);
  }

  @Test
  void aCursorOfAnotherLogConfirmsNothing() {
    desk.revoke("tkt-a");
    desk.edges.acknowledge(at("edge-eu", 900));

    assertThat(only().cursor()).isZero();
    assertThat(confirmation(1).confirmed()).isFalse();
  }

  @Test
  void aChangeIsConfirmedWhenTheSlowestEdgeHasIt() {
    desk.edges.acknowledge(at("edge-eu", 0));
    desk.edges.acknowledge(at("edge-us", 0));
    desk.clock.advance(Duration.ofSeconds(9));
    desk.revoke("tkt-a");
    desk.clock.advance(Duration.ofMillis(300));
    desk.edges.acknowledge(at("edge-eu", 1));

    ChangeConfirmation halfway = confirmation(1);
    assertThat(halfway.kind()).isEqualTo("revoked");
    assertThat(halfway.confirmed()).isFalse();
    assertThat(halfway.confirmedAfterMs()).isNull();
    assertThat(halfway.edges())
        .extracting(EdgeConfirmation::edgeId, EdgeConfirmation::afterMs)
        .containsExactly(tuple("edge-eu", 300L), tuple("edge-us", null));

    desk.clock.advance(Duration.ofMillis(500));
    desk.revoke("tkt-b");
    desk.edges.acknowledge(at("edge-us", 2));
    assertThat(confirmation(1).confirmed()).isTrue();
    assertThat(confirmation(1).confirmedAfterMs()).isEqualTo(800);
    assertThat(confirmation(2).confirmed()).isFalse();
  }

  @Test
  void aSilentEdgeIsExpectedUntilItSaysGoodbye() {
    desk.edges.acknowledge(at("edge-eu", 0));
    desk.clock.advance(Duration.ofDays(1));
    desk.revoke("tkt-a");
    assertThat(only().expected()).isTrue();
    assertThat(confirmation(1).confirmed()).isFalse();

    desk.edges.acknowledge(new Acknowledgement("edge-eu", 0, null, null, "edge-eu-started", true));
    assertThat(only().expected()).isFalse();
    assertThat(confirmation(1).confirmed()).isTrue();
    assertThat(confirmation(1).edges()).isEmpty();
  }

  @Test
  void anEdgeThatComesLaterKnewTheChangeFromTheStart() {
    desk.revoke("tkt-a");
    desk.clock.advance(Duration.ofHours(1));
    desk.edges.acknowledge(at("edge-eu", 1));

    assertThat(confirmation(1).confirmed()).isTrue();
    assertThat(confirmation(1).edges()).isEmpty();
    assertThat(only().confirmedAfterMs()).isNull();
  }

  @Test
  void aRemovedEdgeIsNotWaitedForUntilItComesBack() {
    desk.edges.acknowledge(at("edge-eu", 0));
    desk.revoke("tkt-a");

    assertThat(desk.edges.remove("edge-eu", StaffOffice.MANAGER)).isTrue();
    assertThat(desk.edges.remove("edge-eu", StaffOffice.MANAGER)).isFalse();
    assertThat(desk.edges.list()).isEmpty();
    assertThat(confirmation(1).confirmed()).isTrue();
    assertThat(desk.office.auditTrail()).containsOnlyOnce("EDGE_REMOVED edge-eu");

    desk.edges.acknowledge(at("edge-eu", 1));
    assertThat(only().cursor()).isEqualTo(1);
  }

  @Test
  void twoEdgesOfOneNameAreSeenAndARestartIsNot() {
    desk.edges.acknowledge(startedAs("i-1"));
    desk.edges.acknowledge(startedAs("i-2"));
    desk.edges.acknowledge(startedAs("i-2"));
    assertThat(only().sharedName()).isFalse();

    desk.edges.acknowledge(startedAs("i-1"));
    assertThat(only().sharedName()).isTrue();

    desk.clock.advance(Duration.ofMinutes(5));
    assertThat(only().sharedName()).isFalse();
  }

  @Test
  void manyFirstWordsOfOneEdgeMakeOneEdge() throws ExecutionException, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var said =
          IntStream.range(0, 16)
              .<Future<Long>>mapToObj(
                  _ -> threads.submit(() -> desk.edges.acknowledge(at("edge-eu", 0))))
              .toList();
      for (Future<Long> each : said) {
        assertThat(each.get()).isZero();
      }
    }

    assertThat(desk.edges.list()).hasSize(1);
  }

  @Test
  void thisProcessConfirmsAtOnce() {
    desk.own.register(at("here", 0));
    desk.revoke("tkt-a");
    desk.clock.advance(Duration.ofSeconds(1));
    desk.own.report();

    assertThat(confirmation(1).confirmed()).isTrue();
    assertThat(confirmation(1).confirmedAfterMs()).isZero();

    desk.clock.advance(Duration.ofSeconds(30));
    desk.own.report();
    assertThat(only().lastSeenAt()).isEqualTo(desk.clock.instant());

    desk.own.sayGoodbye();
    assertThat(only().expected()).isFalse();
  }

  @Test
  void anUnknownChangeHasNoConfirmation() {
    assertThat(desk.edges.confirmation(1)).isEmpty();
  }

  private static Acknowledgement startedAs(String instanceId) {
    return new Acknowledgement("edge-eu", 0, null, null, instanceId, false);
  }

  private EdgeResponse only() {
    assertThat(desk.edges.list()).hasSize(1);
    return desk.edges.list().getFirst();
  }

  private ChangeConfirmation confirmation(long seq) {
    return desk.edges.confirmation(seq).orElseThrow();
  }
}
