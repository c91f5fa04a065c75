package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is free on the disks, and what is said of those that do not answer.
@Timeout(20)
class DiskMetersTest {
  private final Metrics metrics = new Metrics();

  @TempDir Path folder;

  @Test
  void aDiskThatHangsHoldsNoScrapeUpAndIsAskedOnce() throws InterruptedException {
    CountDownLatch mended = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    DiskMeters disks =
        new DiskMeters(
            metrics,
            Map.of("streams", folder),
            _ -> {
              asked.incrementAndGet();
              await(mended);
              return 7;
            },
            task -> threads.add(Thread.ofVirtual().start(task)));
    disks.look();
    disks.look();
    assertThat(metrics.registry().scrape())
        .contains("streamgate_disk_free_bytes{place=\"streams\"} NaN");
    mended.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(metrics.registry().scrape())
        .contains("streamgate_disk_free_bytes{place=\"streams\"} 7.0");
    assertThat(asked).hasValue(1);
    disks.look();
    assertThat(threads).as("asked again once it has answered").hasSize(2);
  }

  @Test
  void whatCannotBeToldIsNoNumber() {
    AtomicLong free = new AtomicLong(7);
    DiskMeters disks =
        new DiskMeters(metrics, Map.of("data", folder), _ -> told(free), Runnable::run);
    disks.look();
    assertThat(metrics.registry().scrape()).contains("{place=\"data\"} 7.0");
    free.set(-1);
    disks.look();
    assertThat(metrics.registry().scrape()).contains("{place=\"data\"} NaN");
  }

  /// What is free above it is the disk's that the folder's is to be mounted on.
  @Test
  void nothingIsSaidOfAFolderThatIsNotThere() throws InterruptedException {
    Path data = folder.resolve("data");
    DiskMeters disks = new DiskMeters(metrics, config(Map.of("DATA_DIR", data.toString())));
    try (RepeatedTasks tasks = new RepeatedTasks("test")) {
      disks.repeat(tasks);
      awaitNumbers(0);
      assertThat(folder.resolve("data").toFile().mkdir()).isTrue();
      disks.look();
      awaitNumbers(1);
    }
  }

  @Test
  void aDatabaseElsewhereIsAPlaceOfItsOwn() {
    String elsewhere = "jdbc:hsqldb:file:" + folder.resolve("db/gate");
    assertThat(DiskMeters.folders(config(Map.of("DATABASE_URL", elsewhere))))
        .containsEntry("database", folder.resolve("db"));
    assertThat(DiskMeters.folders(config(Map.of("DATA_DIR", folder.toString()))))
        .containsOnlyKeys("data", "streams", "cache");
  }

  @Test
  void anAnswerOfLongAgoIsNone() {
    AtomicLong now = new AtomicLong();
    LatestFigure figure = new LatestFigure(now::get);
    assertThat(figure.value()).isNaN();
    figure.is(3);
    now.addAndGet(Duration.ofSeconds(60).toNanos());
    assertThat(figure.value()).isEqualTo(3);
    now.addAndGet(1);
    assertThat(figure.value()).isNaN();
  }

  private void awaitNumbers(int wanted) throws InterruptedException {
    for (int tries = 0; tries < 200 && numbers() != wanted; tries++) {
      Thread.sleep(20);
    }
    Thread.sleep(wanted == 0 ? 200 : 0); // for an answer that must not come
    assertThat(numbers()).as(metrics.registry().scrape()).isEqualTo(wanted);
  }

  private long numbers() {
    return metrics
        .registry()
        .scrape()
        .lines()
        .filter(it -> it.startsWith("streamgate_disk_free_bytes{") && !it.endsWith("NaN"))
        .count();
  }

  private ServerConfig config(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("STREAM_ROOT", folder.resolve("streams").toString());
    return ServerConfig.load(new ConfigSources().environment(all));
  }

  private static long told(AtomicLong free) throws IOException {
    if (free.get() < 0) {
      throw new NoSuchFileException("gone");
    }
    return free.get();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
