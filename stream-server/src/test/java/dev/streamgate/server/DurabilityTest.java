package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the server answered outlives a `kill -9`, and what it did not answer is there whole or not
/// at all.
class DurabilityTest {
  private static final int BATCH = 500;
  private static final int VIEWERS = 150;

  @TempDir Path folder;

  @Test
  void aBatchThatWasAnsweredIsThereAfterAKill() throws IOException {
    String event;
    try (ServerProcess server = ServerProcess.start(folder);
        StaffClient staff = new StaffClient(server.address(), ServerProcess.PASSWORD)) {
      event = staff.createEvent();
      assertThat(staff.generate(event, BATCH)).isEqualTo(201);
      server.kill();
    }

    assertThat(ticketsAfterRestart(event)).isEqualTo(BATCH);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 40, 90, 180})
  void aBatchThatWasCutShortIsThereWholeOrNotAtAll(int millisUntilKill)
      throws IOException, InterruptedException {
    String event;
    boolean answered;
    try (ServerProcess server = ServerProcess.start(folder);
        StaffClient staff = new StaffClient(server.address(), ServerProcess.PASSWORD)) {
      event = staff.createEvent();
      CompletableFuture<HttpResponse<byte[]>> batch = staff.generateMeanwhile(event, BATCH);
      TimeUnit.MILLISECONDS.sleep(millisUntilKill);
      server.kill();
      answered = isCreated(batch);
    }

    assertThat(ticketsAfterRestart(event))
        .isIn(answered ? new Long[] {500L} : new Long[] {0L, 500L});
  }

  /// They share syncs of the database's log, so that most of them are in the middle of something.
  @Test
  void everySeatThatWasAnsweredIsThereAfterAKillAmongManyRedemptions()
      throws IOException, InterruptedException {
    Set<String> answered = ConcurrentHashMap.newKeySet();
    try (ServerProcess server = ServerProcess.start(folder);
        StaffClient staff = new StaffClient(server.address(), ServerProcess.PASSWORD);
        ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch someAnswers = new CountDownLatch(VIEWERS / 3);
      staff.generateTickets(staff.createEvent(), VIEWERS).keySet().stream()
          .map(staff::redemption)
          .forEach(redemption ->
              viewers.execute(() ->
                  staff
                      .seat(redemption)
                      .ifPresent(session -> {
                        answered.add(session);
                        someAnswers.countDown();
                      })));
      assertThat(someAnswers.await(60, TimeUnit.SECONDS)).isTrue();
      server.kill();
    }

    try (ServerProcess server = ServerProcess.start(folder);
        StaffClient staff = new StaffClient(server.address(), ServerProcess.PASSWORD)) {
      assertThat(staff.get("/api/admin/sessions").findValuesAsText("sessionId"))
          .containsAll(answered);
    }
  }

  private long ticketsAfterRestart(String event) throws IOException {
    try (ServerProcess server = ServerProcess.start(folder);
        StaffClient staff = new StaffClient(server.address(), ServerProcess.PASSWORD)) {
      return staff.countTickets(event);
    }
  }

  private static boolean isCreated(CompletableFuture<HttpResponse<byte[]>> batch) {
    try {
      return batch.join().statusCode() == 201;
    } catch (CompletionException e) {
      return false;
    }
  }
}
