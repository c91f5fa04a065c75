package dev.streamgate.server.foundation;

import io.micrometer.core.instrument.Gauge;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The figures for Prometheus about the disks on which the server writes (API §6). They are asked
/// for beside the scrapes, each on a thread of its own: a network disk that hangs answers nobody,
/// for as long as it likes, and is asked once and not again before it has answered.
public final class DiskMeters {
  private static final Logger LOG = LoggerFactory.getLogger(DiskMeters.class);
  private static final String NAME = "streamgate.disk.free.bytes";
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final List<Disk> disks = new ArrayList<>();
  private final FreeSpace question;
  private final Executor executor;

  private record Disk(Path folder, LatestFigure free, AtomicBoolean isAsked) {}

  /// Says how much is free where a server of this configuration writes.
  ///
  /// @param executor has a thread for each disk
  /// @param nanoTime a clock that nobody sets
  public DiskMeters(
      Metrics metrics, ServerConfig config, Executor executor, LongSupplier nanoTime) {
    this(metrics, folders(config), FreeSpace.OF_DISKS, executor, nanoTime);
  }

  /// @param folders by what they are for
  DiskMeters(
      Metrics metrics,
      Map<String, Path> folders,
      FreeSpace question,
      Executor executor,
      LongSupplier nanoTime) {
    this.question = question;
    this.executor = executor;
    folders.forEach((place, folder) -> {
      Disk disk = new Disk(folder, new LatestFigure(nanoTime), new AtomicBoolean());
      disks.add(disk);
      register(metrics, place, disk);
    });
  }

  /// Begins to look, and goes on.
  public void repeat(RepeatedTasks tasks) {
    look();
    tasks.every(PAUSE, "asking disks for their room", this::look);
  }

  /// Asks every disk that has answered to the last question; waits for none.
  void look() {
    for (Disk disk : disks) {
      if (disk.isAsked().compareAndSet(false, true)) {
        send(disk);
      }
    }
  }

  /// A machine may have no thread left; the next look may find one.
  private void send(Disk disk) {
    try {
      executor.execute(() -> ask(disk));
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      LOG.warn("There is no thread to ask for the room at {}: {}", disk.folder(), e.getMessage());
      disk.free().isUnknown();
      disk.isAsked().set(false);
    }
  }

  /// Of a folder that is not there nothing is said: what is free above it is another disk's, where
  /// that of the folder is not mounted.
  private void ask(Disk disk) {
    try {
      disk.free().is(question.at(disk.folder()));
    } catch (IOException | RuntimeException e) {
      disk.free().isUnknown();
    } finally {
      disk.isAsked().set(false);
    }
  }

  private static void register(Metrics metrics, String place, Disk disk) {
    Gauge.builder(NAME, disk.free(), LatestFigure::value)
        .tag("place", place)
        .strongReference(true)
        .register(metrics.registry());
  }

  /// By what they are for. A cache without an origin has no folder before an event with a source of
  /// its own is watched.
  static Map<String, Path> folders(ServerConfig config) {
    Map<String, Path> folders = new LinkedHashMap<>();
    folders.put("data", config.dataDirectory());
    databaseElsewhere(config).ifPresent(it -> folders.put("database", it));
    if (config.role().hasMedia()) {
      config.media().streamRoot().ifPresent(root -> folders.put("streams", root));
      config
          .media()
          .cache()
          .filter(_ -> config.media().upstreamOrigin().isPresent())
          .ifPresent(cache -> folders.put("cache", cache.root()));
    }
    return folders;
  }

  /// The folder of an embedded database that is not in the data directory.
  private static Optional<Path> databaseElsewhere(ServerConfig config) {
    Path data = config.dataDirectory().toAbsolutePath().normalize();
    return config
        .database()
        .directory()
        .map(Path::normalize)
        .filter(it -> config.role() != Role.MEDIA && !it.equals(data));
  }
}
