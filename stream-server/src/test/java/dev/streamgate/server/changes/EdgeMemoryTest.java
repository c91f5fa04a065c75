package dev.streamgate.server.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.changes.RevocationSyncResponse;
import dev.streamgate.model.changes.RevocationSyncResponse.Reinstatement;
import dev.streamgate.model.changes.RevocationSyncResponse.Revocation;
import dev.streamgate.server.denials.Denials;
import dev.streamgate.server.fixtures.MutableClock;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeMemoryTest {
  private static final String OLD = "0LD000000000";
  private static final String NEW = "NEW000000000";

  private final MutableClock clock = MutableClock.atNoon();
  private final Denials denials = new Denials();
  private final EdgeMemory memory = new EdgeMemory(denials, clock);

  @Test
  void anEdgeThatWasNeverToldAnythingHasNothingToForget() {
    assertThat(memory.mustForget("log-1", 0)).isFalse();
  }

  @Test
  void whileAllIsGatheredAgainWhatIsNewIsRefusedAndWhatIsOldStaysSo() {
    memory.apply(page(1, List.of(new Revocation(OLD, clock.instant())), List.of()));
    Denials gathered = new Denials();
    RevocationSyncResponse first =
        page(
            2,
            List.of(new Revocation(NEW, clock.instant())),
            List.of(new Reinstatement(OLD, clock.instant())));

    memory.gather(first, gathered);

    assertThat(denials.isSubjectRefused(NEW)).isTrue();
    assertThat(denials.isSubjectRefused(OLD)).as("allowed only when all is gathered").isTrue();

    memory.replaceBy(gathered, first);

    assertThat(denials.isSubjectRefused(NEW)).isTrue();
    assertThat(denials.isSubjectRefused(OLD)).isFalse();
    assertThat(memory.cursor()).isEqualTo(2);
  }

  private RevocationSyncResponse page(
      long cursor, List<Revocation> revocations, List<Reinstatement> reinstatements) {
    return new RevocationSyncResponse(
        revocations,
        List.of(),
        reinstatements,
        List.of(),
        List.of(),
        cursor,
        false,
        clock.instant(),
        "log-1");
  }
}
