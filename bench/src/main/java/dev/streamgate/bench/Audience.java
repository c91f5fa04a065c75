package dev.streamgate.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Many viewers at once, who come in at random within a stretch of time.
final class Audience implements AutoCloseable {
  private static final int ADDRESSES = 250;
  private static final long SEED = 20_260_101;

  final Steps steps = new Steps();
  private final List<Thread> viewers = new ArrayList<>();
  private volatile boolean leaving;

  /// @param codes one for each viewer
  /// @param seconds within which all of them come
  /// @param speed how many times faster than real ones they watch
  Audience(BenchServer server, List<String> codes, int seconds, int speed) {
    Random random = new Random(SEED);
    long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
    for (int number = 0; number < codes.size(); number++) {
      ViewerConnection connection =
          new ViewerConnection("127.0.1." + (1 + number % ADDRESSES), server.port());
      SimulatedViewer viewer = new SimulatedViewer(connection, steps, speed);
      String code = codes.get(number);
      long begin = start + random.nextLong(TimeUnit.SECONDS.toNanos(seconds));
      viewers.add(Thread.ofVirtual().start(() -> viewer.watch(code, begin, () -> leaving)));
    }
  }

  /// All leave.
  @Override
  public void close() {
    leaving = true;
    for (Thread viewer : viewers) {
      try {
        viewer.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
