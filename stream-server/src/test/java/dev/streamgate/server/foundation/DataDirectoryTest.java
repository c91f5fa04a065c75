package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who takes hold of a data directory beside others.
class DataDirectoryTest {
  @TempDir Path folder;

  @Test
  void whoeverTakesItWaitsForWhoOnlyLooks() {
    DataDirectory looking = DataDirectory.hold(folder, Optional.empty());
    try (DataDirectory server = DataDirectory.hold(folder, Optional.empty(), looking::close)) {
      assertThat(server.path()).isEqualTo(folder);
    }
  }

  @Test
  void whoeverStaysIsNotWaitedForForEver() {
    AtomicInteger pauses = new AtomicInteger();
    try (DataDirectory _ = DataDirectory.hold(folder, Optional.empty())) {
      assertThatThrownBy(
              () -> DataDirectory.hold(folder, Optional.empty(), pauses::incrementAndGet))
          .hasMessageContaining("is used by another process");
    }
    assertThat(pauses).hasValue(40);
  }
}
