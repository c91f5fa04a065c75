package dev.streamgate.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.fixtures.MutableClock;
import dev.streamgate.server.guard.Decision.Allowed;
import dev.streamgate.server.guard.Decision.Refused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final MutableClock clock = MutableClock.atNoon();
  private final RateLimit limit = new RateLimit(2, Duration.ofSeconds(60), clock);

  @Test
  void soManyCallsPassAndTheNextIsRefused() {
    assertThat(limit.tryAcquire("a")).isInstanceOf(Allowed.class);
    assertThat(limit.tryAcquire("a")).isInstanceOf(Allowed.class);

    assertThat(limit.tryAcquire("a")).isEqualTo(new Refused(Duration.ofSeconds(60)));
    assertThat(limit.tryAcquire("b")).isInstanceOf(Allowed.class);
  }

  @Test
  void theWindowSlidesHitByHit() {
    limit.tryAcquire("a");
    clock.advance(Duration.ofSeconds(40));
    limit.tryAcquire("a");
    assertThat(limit.tryAcquire("a")).isEqualTo(new Refused(Duration.ofSeconds(20)));

    clock.advance(Duration.ofSeconds(20));

    assertThat(limit.tryAcquire("a")).isInstanceOf(Allowed.class);
    assertThat(limit.tryAcquire("a")).isEqualTo(new Refused(Duration.ofSeconds(40)));
  }

  @Test
  void aRefusedCallAddsNoHit() {
    limit.tryAcquire("a");
    limit.tryAcquire("a");
    clock.advance(Duration.ofSeconds(59));
    limit.tryAcquire("a");

    clock.advance(Duration.ofSeconds(1));

    assertThat(limit.tryAcquire("a")).isInstanceOf(Allowed.class);
    assertThat(limit.tryAcquire("a")).isInstanceOf(Allowed.class);
  }

  @Test
  void askingCostsNothing() {
    for (int i = 0; i < 10; i++) {
      assertThat(limit.check("a")).isInstanceOf(Allowed.class);
    }
    assertThat(limit.size()).isZero();
  }

  @Test
  void keysWithoutHitsAreForgotten() {
    limit.tryAcquire("early");
    clock.advance(Duration.ofSeconds(30));
    limit.tryAcquire("late");
    clock.advance(Duration.ofSeconds(30));

    limit.forgetIdle();

    assertThat(limit.size()).isEqualTo(1);
  }

  @Test
  void theWaitIsToldInWholeSecondsAndIsNeverZero() {
    assertThat(new Refused(Duration.ofMillis(1)).retryAfterSeconds()).isEqualTo(1);
    assertThat(new Refused(Duration.ZERO).retryAfterSeconds()).isEqualTo(1);
    assertThat(new Refused(Duration.ofMillis(1001)).retryAfterSeconds()).isEqualTo(2);
    assertThat(new Refused(Duration.ofSeconds(60)).retryAfterSeconds()).isEqualTo(60);
  }

  @Test
  void aKeyCanBeForgiven() {
    limit.tryAcquire("a");
    limit.tryAcquire("a");
    assertThat(limit.exhausted()).extracting(RateLimit.Exhausted::key).containsExactly("a");

    limit.forget("a");

    assertThat(limit.exhausted()).isEmpty();
  }
}
