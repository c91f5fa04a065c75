package dev.streamgate.server.insight;

import dev.streamgate.model.changes.EdgeResponse;
import dev.streamgate.model.insight.ConsoleMessage.Edges;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiPredicate;

/// Whether the state of the edges is worth telling. Edges report all the time that they are there;
/// that alone is told every ten seconds.
public final class EdgesDiffer implements BiPredicate<Edges, Edges> {
  private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(10);

  @Override
  public boolean test(Edges before, Edges now) {
    if (before.head() != now.head() || before.edges().size() != now.edges().size()) {
      return true;
    }
    for (int i = 0; i < now.edges().size(); i++) {
      if (differ(before.edges().get(i), now.edges().get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean differ(EdgeResponse before, EdgeResponse now) {
    return !seenAt(before, now.lastSeenAt()).equals(now)
        || !now.lastSeenAt().isBefore(before.lastSeenAt().plus(BETWEEN_SIGNS));
  }

  private static EdgeResponse seenAt(EdgeResponse edge, Instant seen) {
    return new EdgeResponse(
        edge.id(),
        edge.address(),
        edge.version(),
        edge.cursor(),
        edge.behind(),
        seen,
        edge.expected(),
        edge.sharedName(),
        edge.confirmedAfterMs());
  }
}
