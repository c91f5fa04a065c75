package dev.streamgate.server.media.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.fixtures.MutableClock;
import dev.streamgate.server.media.Arrivals;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.ContentRequest;
import dev.streamgate.server.media.MediaPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Waiting for segments over real files; time passes only in the pauses.
@Timeout(60)
class ArrivalsTest {
  private static final Instant START = MutableClock.NOON;
  private static final String LIVE =
      """
      #EXTM3U
      #EXT-X-TARGETDURATION:4
      #EXTINF:4,
      0.ts
      #EXTINF:4,
      1.ts
      #EXTINF:4,
      2.ts?x=1
      #EXTINF:4,
      3.ts
      #EXT-X-PRELOAD-HINT:TYPE=PART,URI="part.mp4"
      """;

  @TempDir Path root;
  private final MutableClock clock = MutableClock.atNoon();
  private Arrivals arrivals;
  private Callable<?> duringPause = () -> null;

  @BeforeEach
  void start() {
    arrivals =
        new Arrivals(
            new LocalSource(
                root, event -> event.value(), new HotFiles(1 << 20), InstantSource.system()),
            clock,
            this::pause);
  }

  @Test
  void aSegmentThatComesInTimeIsThere() throws IOException {
    write("stream.m3u8", LIVE);
    duringPause = () -> write("3.ts", "video");

    assertThat(await("3.ts")).isTrue();
    assertThat(waited()).isEqualTo(Duration.ofMillis(100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.ts", "2.ts", "3.ts", "part.mp4"})
  void oneThatDoesNotComeIsAwaitedForOneTargetDuration(String announced) throws IOException {
    write("stream.m3u8", LIVE);

    assertThat(await(announced)).isFalse();
    assertThat(waited()).isEqualTo(Duration.ofSeconds(4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.ts", "4.ts", "other/3.ts"})
  void whatIsOldOrWasNeverAnnouncedIsNotAwaited(String segment) throws IOException {
    write("stream.m3u8", LIVE);

    assertThat(await(segment)).isFalse();
    assertThat(waited()).isZero();
  }

  @Test
  void aRecordingAnnouncesNothing() throws IOException {
    write("stream.m3u8", LIVE + "#EXT-X-ENDLIST\n");

    assertThat(await("3.ts")).isFalse();
    assertThat(waited()).isZero();
  }

  @Test
  void theWaitIsBoundedWhateverThePlaylistSays() throws IOException {
    write("stream.m3u8", LIVE.replace("TARGETDURATION:4", "TARGETDURATION:3600"));

    assertThat(await("3.ts")).isFalse();
    assertThat(waited()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void playlistsOfOtherNamesCountOnceTheyWereDelivered() throws IOException {
    write("720p/live.m3u8", LIVE);

    assertThat(await("720p/3.ts")).isFalse();
    assertThat(waited()).isZero();

    arrivals.delivered(path("720p/live.m3u8"));
    duringPause = () -> write("720p/3.ts", "video");
    assertThat(await("720p/3.ts")).isTrue();
  }

  @Test
  void ofManyWhoWaitOneLooks() throws Exception {
    write("stream.m3u8", LIVE);
    AtomicInteger pauses = new AtomicInteger();
    CountDownLatch allWait = new CountDownLatch(1);
    duringPause =
        () -> {
          pauses.incrementAndGet();
          allWait.await();
          return write("3.ts", "video");
        };
    try (ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> first = viewers.submit(() -> await("3.ts"));
      while (pauses.get() == 0) {
        Thread.onSpinWait();
      }
      Thread second = Thread.ofVirtual().unstarted(() -> assertThatItCame());
      second.start();
      while (second.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      allWait.countDown();
      assertThat(first.get()).isTrue();
      second.join();
    }
    assertThat(pauses).hasValue(1);
  }

  private void assertThatItCame() {
    try {
      assertThat(await("3.ts")).isTrue();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private boolean await(String name) throws IOException {
    Optional<Content> content = arrivals.await(ContentRequest.of(path(name)));
    if (content.isPresent()) {
      content.get().close();
    }
    return content.isPresent();
  }

  private void pause(Duration duration) throws InterruptedException {
    clock.advance(duration);
    try {
      duringPause.call();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Duration waited() {
    return Duration.between(START, clock.instant());
  }

  private static MediaPath path(String name) {
    return MediaPath.of("/streams/evt-1/" + name).orElseThrow();
  }

  private Path write(String name, String text) throws IOException {
    Path file = root.resolve("evt-1").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
