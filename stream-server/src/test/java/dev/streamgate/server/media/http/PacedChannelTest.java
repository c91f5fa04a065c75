package dev.streamgate.server.media.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Pacing on a clock that only waiting moves.
class PacedChannelTest {
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong(42);
  private final List<Duration> waits = new ArrayList<>();

  @Test
  void bytesTakeTheTimeTheLimitGivesThem() throws IOException {
    byte[] bytes = new byte[10_000];
    bytes[9_999] = 7;

    paced(2).write(ByteBuffer.wrap(bytes));

    assertThat(sent.toByteArray()).isEqualTo(bytes);
    assertThat(elapsed()).isEqualTo(Duration.ofSeconds(5));
    assertThat(waits).hasSize(50).allMatch(Duration.ofMillis(100)::equals);
  }

  @Test
  void aSlowReaderIsNotSlowedDownFurther() throws IOException {
    try (PacedChannel channel = paced(1)) {
      nanos.addAndGet(Duration.ofSeconds(60).toNanos());
      channel.write(ByteBuffer.allocate(10_000));
      channel.write(ByteBuffer.allocate(1));
    }

    assertThat(waits).isEmpty();
  }

  @Test
  void whoStopsTheServerNeedNotWait() {
    PacedChannel channel =
        new PacedChannel(
            Channels.newChannel(sent),
            1,
            nanos::get,
            duration -> {
              throw new InterruptedException("stop");
            });

    assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(10)))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private PacedChannel paced(int kilobytesPerSecond) {
    return new PacedChannel(Channels.newChannel(sent), kilobytesPerSecond, nanos::get, this::pass);
  }

  private void pass(Duration duration) {
    waits.add(duration);
    nanos.addAndGet(duration.toNanos());
  }

  private Duration elapsed() {
    return Duration.ofNanos(nanos.get() - 42);
  }
}
