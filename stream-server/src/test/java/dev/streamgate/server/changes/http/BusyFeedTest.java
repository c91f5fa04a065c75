package dev.streamgate.server.changes.http;

import static dev.streamgate.server.fixtures.Samples.unusedTicket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.changes.RevocationSyncResponse;
import dev.streamgate.model.changes.RevocationSyncResponse.Revocation;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.fixtures.FeedDesk;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.ServerUnderTest;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.tickets.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Many who change things while some read.
@OnEveryDatabase
@Timeout(120)
class BusyFeedTest {
  private static final int TICKETS = 300;
  private static final List<Long> ALL = LongStream.rangeClosed(1, TICKETS).boxed().toList();

  private final FeedDesk desk;
  private final ServerUnderTest server;

  BusyFeedTest(TestDatabase kind) {
    desk = new FeedDesk(kind);
    desk.open(
        "evt-1",
        IntStream.range(0, TICKETS)
            .mapToObj(i -> unusedTicket("tkt-" + i, code(i), "evt-1"))
            .toArray(Ticket[]::new));
    server = new ServerUnderTest(desk::register);
  }

  @AfterEach
  void close() {
    desk.signal.close();
    server.close();
    desk.close();
  }

  @Test
  void nothingIsLostOrRepeatedWhileManyRevoke() throws ExecutionException, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Told>> streamed = threads.submit(this::followToTheEnd);
      Future<List<Told>> paged = threads.submit(this::pageToTheEnd);
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < TICKETS; i++) {
        String ticket = "tkt-" + i;
        writers.add(threads.submit(() -> desk.revoke(ticket)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }

      List<String> codes = IntStream.range(0, TICKETS).mapToObj(BusyFeedTest::code).toList();
      assertThat(streamed.get()).extracting(Told::code).containsExactlyInAnyOrderElementsOf(codes);
      assertThat(streamed.get()).extracting(Told::cursor).isSorted();
      assertThat(paged.get())
          .extracting(Told::code)
          .containsExactlyElementsOf(streamed.get().stream().map(Told::code).toList());
    }
  }

  @Test
  void eventsOfTheStreamAreNumberedWithoutGaps() throws ExecutionException, InterruptedException {
    FollowedFeed feed = FollowedFeed.of(server, "?cursor=0");
    desk.revoke("tkt-0");
    List<Long> ids = new ArrayList<>(List.of(Long.valueOf(feed.next().id())));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 1; i < TICKETS; i++) {
        String ticket = "tkt-" + i;
        Future<?> _ = threads.submit(() -> desk.revoke(ticket));
      }
      while (ids.size() < TICKETS) {
        ids.add(Long.valueOf(feed.next().id()));
      }
    }

    assertThat(ids).isEqualTo(ALL);
  }

  /// A code, and the cursor of the page it came with.
  private record Told(String code, long cursor) {}

  private List<Told> followToTheEnd() {
    FollowedFeed feed = FollowedFeed.of(server, "?cursor=0");
    List<Told> told = new ArrayList<>();
    while (told.size() < TICKETS) {
      add(told, feed.next().page());
    }
    return told;
  }

  private List<Told> pageToTheEnd() {
    List<Told> told = new ArrayList<>();
    long cursor = 0;
    while (cursor < TICKETS) {
      RevocationSyncResponse page = page(cursor);
      add(told, page);
      cursor = page.cursor();
    }
    return told;
  }

  private static void add(List<Told> told, RevocationSyncResponse page) {
    for (Revocation revocation : page.revocations()) {
      told.add(new Told(revocation.code(), page.cursor()));
    }
  }

  private RevocationSyncResponse page(long cursor) {
    return WireJson.read(
        server
            .send(
                "GET",
                "/api/revocations?limit=7&cursor=" + cursor,
                "",
                "X-Internal-Api-Key",
                "test-internal-key")
            .response()
            .body(),
        RevocationSyncResponse.class);
  }

  private static String code(int number) {
    return "%012d".formatted(number);
  }
}
