package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.cli.Sizes;
import java.util.List;

/// The Java machine that runs this.
final class JavaCheck implements Check {
  private static final int NEEDED = 25;
  private static final long LITTLE_HEAP = 200_000_000;

  @Override
  public List<Finding> findings() {
    Runtime.Version version = Runtime.version();
    long heap = Runtime.getRuntime().maxMemory();
    String text = version + ", heap of at most " + Sizes.text(heap);
    if (version.feature() < NEEDED) {
      return List.of(Finding.fail("Java", text, "install a Java 25"));
    }
    return List.of(
        heap < LITTLE_HEAP
            ? Finding.warn("Java", text, "give it more: STREAMGATE_JAVA_OPTS=-Xmx512m")
            : Finding.ok("Java", text));
  }
}
