package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
            task -> threads.add(Thread.ofVirtual().start(task)),
            System::nanoTime);
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
  void aDiskForWhichThereIsNoThreadIsAskedNextTimeAndTheOthersAtOnce() {
    Map<String, Path> two = new LinkedHashMap<>();
    two.put("data", folder);
    two.put("streams", folder);
    AtomicBoolean isOutOfThreads = new AtomicBoolean(true);
    DiskMeters disks =
        new DiskMeters(
            metrics,
            two,
            _ -> 7,
            task -> {
              if (isOutOfThreads.getAndSet(false)) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              task.run();
            },
            System::nanoTime);
    disks.look();
    assertThat(metrics.registry().scrape())
        .contains("{place=\"data\"} NaN", "{place=\"streams\"} 7.0");
    disks.look();
    assertThat(metrics.registry().scrape()).contains("{place=\"data\"} 7.0");
  }

  @Test
  void whatCannotBeToldIsNoNumber() {
    AtomicLong free = new AtomicLong(7);
    DiskMeters disks =
        new DiskMeters(
            metrics, Map.of("data", folder), _ -> told(free), Runnable::run, System::nanoTime);
    disks.look();
    assertThat(metrics.registry().scrape()).contains("{place=\"data\"} 7.0");
    free.set(-1);
    disks.look();
    assertThat(metrics.registry().scrape()).contains("{place=\"data\"} NaN");
  }

  /// What is free above it is the disk's that the folder's is to be mounted on.
  @Test
  void nothingIsSaidOfAFolderThatIsNotThere() {
    Path data = folder.resolve("data");
    DiskMeters disks =
        new DiskMeters(
            metrics, config(Map.of("DATA_DIR", data.toString())), Runnable::run, System::nanoTime);
    disks.look();
    assertThat(metrics.registry().scrape())
        .contains("{place=\"data\"} NaN", "{place=\"streams\"} NaN");
    assertThat(data.toFile().mkdir()).isTrue();
    disks.look();
    assertThat(metrics.registry().scrape())
        .containsPattern("\\{place=\"data\"} \\d")
        .contains("{place=\"streams\"} NaN");
  }

  @Test
  void aDatabaseElsewhereIsAPlaceOfItsOwn() {
    String elsewhere = "jdbc:hsqldb:file:" + folder.resolve("db/gate");
    assertThat(DiskMeters.folders(config(Map.of("DATABASE_URL", elsewhere))))
        .containsEntry("database", folder.resolve("db"));
    assertThat(DiskMeters.folders(config(Map.of("DATA_DIR", folder.toString()))))
        .containsOnlyKeys("data", "streams");
  }

  /// Else nobody makes its folder until an event has a source of its own.
  @Test
  void aCacheIsAPlaceWhereThereIsAnOrigin() {
    Path cache = folder.resolve("kept");
    assertThat(
            DiskMeters.folders(
                config(
                    Map.of(
                        "UPSTREAM_ORIGIN",
                        "https://origin.example",
                        "SEGMENT_CACHE_ROOT",
                        cache.toString()))))
        .containsEntry("cache", cache);
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
