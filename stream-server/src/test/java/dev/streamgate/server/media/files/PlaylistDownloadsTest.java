package dev.streamgate.server.media.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.server.fixtures.UpstreamServer;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.DeliveryDirectives;
import dev.streamgate.server.media.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Playlists of another server.
@Timeout(60)
class PlaylistDownloadsTest {
  private static final String LIVE = "#EXTM3U\n#EXTINF:2,\n0.ts\n";
  private static final String RECORDING = LIVE + "#EXT-X-ENDLIST\n";
  private static final String MULTIVARIANT =
      "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n720p/i.m3u8\n";
  private static final String CHANGED = "Wed, 05 Mar 2025 15:00:00 GMT";

  @TempDir Path root;
  private CacheStage stage;
  private UpstreamServer upstream;

  @BeforeEach
  void start() throws IOException {
    stage = new CacheStage(root);
    upstream = stage.upstream;
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void whatMayStillChangeIsNeverKept() throws IOException {
    for (String playlist : List.of(LIVE, MULTIVARIANT, "no playlist\n#EXT-X-ENDLIST\n")) {
      upstream.has("/evt-1/stream.m3u8", playlist);

      assertThat(stage.get("evt-1/stream.m3u8")).hasValue(playlist);
      assertThat(stage.get("evt-1/stream.m3u8")).hasValue(playlist);
    }
    assertThat(upstream.requests()).hasSize(6);
    assertThat(stage.cache.bytes()).isZero();
  }

  @Test
  void thatOfARecordingIsKeptForADay() throws IOException {
    upstream.has("/evt-1/stream.m3u8", RECORDING, CHANGED);
    stage.get("evt-1/stream.m3u8");
    stage.clock.advance(Duration.ofDays(1));
    Content kept = stage.source.open(CacheStage.path("evt-1/stream.m3u8")).orElseThrow();
    assertThat(kept.validators().etag()).isEqualTo("\"67c866f0-27\"");
    assertThat(CacheStage.read(kept)).isEqualTo(RECORDING);
    assertThat(upstream.requests()).hasSize(1);

    stage.clock.advance(Duration.ofSeconds(1));
    upstream.has("/evt-1/stream.m3u8", LIVE);
    assertThat(stage.get("evt-1/stream.m3u8")).hasValue(LIVE);
    assertThat(upstream.requests()).hasSize(2);
  }

  @Test
  void whoAsksAtTheSameTimeSharesOneRequest() throws Exception {
    CountDownLatch asked = new CountDownLatch(20);
    CountDownLatch gate = upstream.pauses("/evt-1/stream.m3u8", "#EXTM3U\n", "0.ts\n", true);
    try (ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(
            viewers.submit(() -> {
              asked.countDown();
              return stage.get("evt-1/stream.m3u8");
            }));
      }
      asked.await();
      Thread.sleep(100);
      gate.countDown();
      for (Future<Optional<String>> answer : answers) {
        assertThat(answer.get()).hasValue("#EXTM3U\n0.ts\n");
      }
    }
    assertThat(upstream.requests()).hasSize(1);
  }

  @Test
  void ofAQueryOnlyTheDirectivesAreSent() throws IOException {
    upstream.has("/evt-1/stream.m3u8", LIVE);
    DeliveryDirectives directives =
        DeliveryDirectives.of(name ->
            Optional.ofNullable(
                Map.of("_HLS_msn", "7", "_HLS_part", "2", "_HLS_skip", "YES&x=1", "x", "1")
                    .get(name)));

    stage.ask("evt-1/stream.m3u8", false, directives).orElseThrow().close();

    assertThat(upstream.requests())
        .containsExactly("GET /evt-1/stream.m3u8?_HLS_msn=7&_HLS_part=2");
  }

  @Test
  void aPlaylistWithoutADateIsAsOldAsItsLooks() throws IOException {
    upstream.has("/evt-1/stream.m3u8", LIVE);
    String first = etag();
    stage.clock.advance(Duration.ofMinutes(5));
    assertThat(etag()).isEqualTo(first);

    upstream.has("/evt-1/stream.m3u8", LIVE.replace("0.ts", "1.ts"));
    assertThat(etag()).isNotEqualTo(first);
  }

  @Test
  void aFailureReachesAllWhoWaitAndIsForgotten() throws IOException {
    upstream.status("/evt-1/stream.m3u8", 503);
    assertThatThrownBy(() -> stage.get("evt-1/stream.m3u8"))
        .isInstanceOf(SourceUnavailableException.class);
    upstream.breaksOff("/evt-1/stream.m3u8", RECORDING, true);
    assertThatThrownBy(() -> stage.get("evt-1/stream.m3u8"))
        .isInstanceOf(SourceUnavailableException.class);
    upstream.isSilentOn("/evt-1/stream.m3u8");
    assertThatThrownBy(() -> stage.get("evt-1/stream.m3u8"))
        .isInstanceOf(SourceUnavailableException.class);

    upstream.hasNot("/evt-1/stream.m3u8");
    assertThat(stage.get("evt-1/stream.m3u8")).isEmpty();
    assertThat(stage.cache.bytes()).isZero();
  }

  private String etag() throws IOException {
    try (Content content = stage.source.open(CacheStage.path("evt-1/stream.m3u8")).orElseThrow()) {
      return content.validators().etag();
    }
  }
}
