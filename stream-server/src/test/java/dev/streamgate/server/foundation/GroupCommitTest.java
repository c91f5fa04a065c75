package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commits of the embedded database share syncs, and none is answered before its own.
class GroupCommitTest {
  private static final int MANY = 40;

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final GroupCommit commits = new GroupCommit();
  private final Semaphore syncsBegun = new Semaphore(0);
  private final Semaphore syncsThatMayEnd = new Semaphore(0);

  @AfterEach
  void end() {
    threads.close();
  }

  @Test
  void thoseWhoWaitAtTheSameTimeShareASync() throws Exception {
    openSlowLog();
    Future<?> first = commitInItsOwnThread();
    syncsBegun.acquire();
    List<Future<?>> others = commitsInTheirOwnThreads();

    syncsThatMayEnd.release(MANY);
    for (Future<?> other : others) {
      other.get();
    }

    assertThat(first.get()).isNull();
    assertThat(commits.syncs()).isEqualTo(2);
  }

  @Test
  void aSyncThatBeganBeforeACommitDoesNotAnswerIt() throws Exception {
    openSlowLog();
    Future<?> first = commitInItsOwnThread();
    syncsBegun.acquire();
    Future<?> later = commitsInTheirOwnThreads().getFirst();

    syncsThatMayEnd.release(1);
    first.get();
    syncsBegun.acquire();

    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> later.get(50, TimeUnit.MILLISECONDS));
    syncsThatMayEnd.release(MANY);
    later.get();
  }

  @Test
  void aLogThatWasClosedHoldsNobodyUp() throws Exception {
    OutputStream log = commits.open(new ByteArrayOutputStream(), () -> {});
    commits.committed();
    log.close();

    commits.await();

    assertThat(commits.syncs()).isEqualTo(1);
  }

  @Test
  void whatCouldNotBeSyncedIsNotAnsweredNorIsAnythingAfterIt() {
    Semaphore failures = new Semaphore(1);
    commits.open(
        new ByteArrayOutputStream(),
        () -> {
          if (failures.tryAcquire()) {
            throw new IOException("the disk is broken");
          }
        });

    for (int i = 0; i < 2; i++) {
      commits.committed();
      assertThatExceptionOfType(StorageException.class).isThrownBy(commits::await);
    }
    assertThatExceptionOfType(StorageException.class).isThrownBy(commits::everything);
  }

  @Test
  void whatCouldNotBeWrittenIsNotAnswered() {
    OutputStream log = commits.open(new BrokenStream(), () -> {});

    assertThatIOException().isThrownBy(() -> log.write('x'));

    assertThatExceptionOfType(StorageException.class).isThrownBy(commits::await);
  }

  /// A commit behind half a row would make the end of the log look damaged.
  @Test
  void nothingIsWrittenBehindWhatCouldNotBeWritten() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Semaphore failures = new Semaphore(1);
    OutputStream log =
        commits.open(
            new FilterOutputStream(written) {
              @Override
              public void write(byte[] bytes, int offset, int length) throws IOException {
                if (failures.tryAcquire()) {
                  throw new IOException("the disk is full");
                }
                super.write(bytes, offset, length);
              }
            },
            () -> {});

    for (int i = 0; i < 2; i++) {
      assertThatIOException().isThrownBy(() -> log.write('x'));
    }

    assertThat(written.size()).isZero();
  }

  @Test
  void whatIsAnsweredIsSyncedAndReadingSyncsNothing() {
    try (Database database = database()) {
      long before = database.syncs();

      write(database, 1);
      assertThat(database.syncs()).isEqualTo(before + 1);
      database.inTransaction(() -> {
        write(database, 2);
        write(database, 3);
        return database.syncs();
      });
      assertThat(database.syncs()).isEqualTo(before + 2);
      assertThat(rows(database)).isEqualTo(3);
      assertThat(database.syncs()).isEqualTo(before + 2);
    }
  }

  @Test
  void manyTransactionsShareSyncsAlsoWhileANewLogIsBegun() throws Exception {
    try (Database database = database()) {
      long syncs = database.syncs();
      List<Future<?>> writing = new ArrayList<>();
      for (int i = 0; i < 10 * MANY; i++) {
        int number = i;
        writing.add(threads.submit(() -> write(database, number)));
        if (i % 100 == 50) {
          database.update("beginning a new log", handle -> handle.execute("CHECKPOINT"));
        }
      }
      for (Future<?> each : writing) {
        each.get();
      }

      assertThat(rows(database)).isEqualTo(10 * MANY);
      assertThat(database.syncs() - syncs).isBetween(1L, 9L * MANY);
    }
    try (Database again = database()) {
      assertThat(rows(again)).isEqualTo(10 * MANY);
    }
  }

  private void openSlowLog() {
    commits.open(
        new ByteArrayOutputStream(),
        () -> {
          syncsBegun.release();
          syncsThatMayEnd.acquireUninterruptibly();
        });
  }

  private Future<?> commitInItsOwnThread() {
    return threads.submit(() -> {
      commits.committed();
      commits.await();
    });
  }

  /// When this returns all of them are committed.
  private List<Future<?>> commitsInTheirOwnThreads() throws InterruptedException {
    CountDownLatch committed = new CountDownLatch(MANY);
    List<Future<?>> waiting = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      waiting.add(
          threads.submit(() -> {
            commits.committed();
            committed.countDown();
            commits.await();
          }));
    }
    committed.await();
    return waiting;
  }

  private Database database() {
    return Database.open(DatabaseAddress.embedded(folder));
  }

  private static void write(Database database, int number) {
    database.update(
        "writing",
        handle -> handle.execute("INSERT INTO settings VALUES (?, '')", "test-" + number));
  }

  private static int rows(Database database) {
    return database.query(
        "counting",
        handle ->
            handle
                .createQuery("SELECT COUNT(*) FROM settings WHERE name LIKE 'test-%'")
                .mapTo(Integer.class)
                .one());
  }

  private static final class BrokenStream extends OutputStream {
    @Override
    public void write(int value) throws IOException {
      throw new IOException("the disk is broken");
    }
  }
}
