package dev.streamgate.show;

import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.events.TakeoverRule;
import dev.streamgate.model.json.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An event as a test announces it.
///
/// @param startsIn time from now to its start; negative if it has begun
/// @param endsIn time from now to its end
/// @param windowHours how long after the end tickets stay good
record Billing(
    String title,
    Duration startsIn,
    Duration endsIn,
    int windowHours,
    boolean watermark,
    boolean takeover) {
  private static final int WINDOW = 48;

  /// An event that is on, and stays so for hours.
  static Billing running(String title) {
    return new Billing(title, Duration.ofHours(-1), Duration.ofHours(3), WINDOW, false, false);
  }

  /// An event that is over and can be watched again.
  static Billing over(String title) {
    return new Billing(title, Duration.ofHours(-5), Duration.ofHours(-3), WINDOW, false, false);
  }

  /// An event that begins after a while.
  static Billing startingIn(String title, Duration wait) {
    return new Billing(title, wait, wait.plusHours(2), WINDOW, false, false);
  }

  /// An event that is over, whose tickets are good for this much longer.
  static Billing endingIn(String title, Duration rest) {
    return new Billing(
        title, Duration.ofHours(-5), rest.minus(Duration.ofHours(1)), 1, false, false);
  }

  Billing watermarked() {
    return new Billing(title, startsIn, endsIn, windowHours, true, takeover);
  }

  Billing withTakeover() {
    return new Billing(title, startsIn, endsIn, windowHours, watermark, true);
  }

  EventRequest request(Instant now) {
    return new EventRequest(
        title,
        "An evening with the orchestra, live from the great hall.",
        null,
        null,
        WireJson.instant(now.plus(startsIn)),
        WireJson.instant(now.plus(endsIn)),
        windowHours,
        null,
        watermark,
        takeoverRule().orElse(null),
        null);
  }

  private Optional<@Nullable TakeoverRule> takeoverRule() {
    return takeover ? Optional.of(TakeoverRule.COUNTED) : Optional.empty();
  }
}
