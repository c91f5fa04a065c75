package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the server answered outlives a `kill -9`, and what it did not answer is there whole or not
/// at all. `./streamgate bench kills` does the same a hundred times.
@OnEveryDatabase
@Timeout(240)
class DurabilityTest {
  private static final int KILLS = 2;
  private static final int LONGEST_RUSH = 800;

  @TempDir Path folder;

  private final TestDatabase kind;

  DurabilityTest(TestDatabase kind) {
    this.kind = kind;
  }

  @Test
  void nothingAnsweredIsLostAndNothingIsHalfDone() throws IOException, InterruptedException {
    long seed = Long.getLong("kills.seed", new SecureRandom().nextLong());

    KilledServer.Outcome outcome =
        new KilledServer(folder, kind, seed, LONGEST_RUSH).kill(KILLS, _ -> {});

    assertThat(outcome.wrong()).as("-Dkills.seed=%d: %s", seed, outcome).isEmpty();
    assertThat(outcome.tickets()).as("-Dkills.seed=%d: %s", seed, outcome).isPositive();
  }
}
