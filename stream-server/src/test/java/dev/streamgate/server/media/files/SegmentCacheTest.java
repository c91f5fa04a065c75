package dev.streamgate.server.media.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.fixtures.UpstreamServer;
import dev.streamgate.server.media.ByteRange;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.DeliveryDirectives;
import dev.streamgate.server.media.SourceUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Segments of another server and what is kept of them.
@Timeout(60)
class SegmentCacheTest {
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
  void aSegmentIsFetchedOnceAndServedFromTheDiskFromThenOn() throws IOException {
    upstream.has("/evt-1/720p/0.ts", "video", CHANGED);

    assertThat(stage.get("evt-1/720p/0.ts")).hasValue("video");
    settle();
    assertThat(stage.get("evt-1/720p/0.ts")).hasValue("video");

    assertThat(upstream.requests()).containsExactly("GET /evt-1/720p/0.ts");
    assertThat(root.resolve("evt-1/720p/0.ts")).hasContent("video");
    assertThat(stage.cache.bytes()).isEqualTo(5);
    assertThat(stage.cache.events()).isEqualTo(1);
    assertThat(stage.count("miss")).isEqualTo(1);
    assertThat(stage.count("hit")).isEqualTo(1);
  }

  @Test
  void renditionsWithTheSameFileNamesStayApart() throws IOException {
    upstream.has("/evt-1/720p/0.ts", "large");
    upstream.has("/evt-1/360p/0.ts", "small");

    for (int round = 0; round < 2; round++) {
      assertThat(stage.get("evt-1/720p/0.ts")).hasValue("large");
      assertThat(stage.get("evt-1/360p/0.ts")).hasValue("small");
      settle();
    }
    assertThat(upstream.requests()).hasSize(2);
  }

  @Test
  void twentyWhoAskAtOnceShareOneRequestAndAllGetEveryByte() throws Exception {
    CountDownLatch gate = upstream.pauses("/evt-1/0.ts", "first-", "rest", true);
    try (ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(viewers.submit(() -> stage.get("evt-1/0.ts")));
      }
      while (stage.count("miss") + stage.count("shared") < 20) {
        Thread.onSpinWait();
      }
      gate.countDown();
      for (Future<Optional<String>> answer : answers) {
        assertThat(answer.get()).hasValue("first-rest");
      }
    }
    assertThat(upstream.requests()).hasSize(1);
    assertThat(stage.count("shared")).isEqualTo(19);
  }

  @Test
  void whoWaitsGetsTheFirstBytesBeforeTheLastAreThere() throws IOException {
    CountDownLatch gate = upstream.pauses("/evt-1/0.ts", "first-", "rest", true);
    try (Content content = stage.source.open(CacheStage.path("evt-1/0.ts")).orElseThrow()) {
      ByteArrayOutputStream part = new ByteArrayOutputStream();
      content.copyTo(Channels.newChannel(part), new ByteRange(1, 4));

      assertThat(part).hasToString("irst");
      assertThat(content.size()).isEqualTo(10);
      gate.countDown();
      content.copyTo(Channels.newChannel(part), new ByteRange(5, 9));
      assertThat(part).hasToString("irst-rest");
    }
  }

  @Test
  void aBodyOfUnannouncedLengthIsKeptWhenItsEndIsSeen() throws IOException {
    CountDownLatch gate = upstream.pauses("/evt-1/0.ts", "first-", "rest", false);
    Content content = stage.source.open(CacheStage.path("evt-1/0.ts")).orElseThrow();
    assertThat(content.knownSize()).isEmpty();
    gate.countDown();

    assertThat(CacheStage.read(content)).isEqualTo("first-rest");
    settle();
    assertThat(root.resolve("evt-1/0.ts")).hasContent("first-rest");
  }

  @Test
  void aBodyThatBreaksOffIsAFailureAndNothingOfItIsKept() throws IOException {
    for (boolean announced : new boolean[] {true, false}) {
      upstream.breaksOff("/evt-1/0.ts", "half", announced);

      assertThatThrownBy(() -> stage.get("evt-1/0.ts")).isInstanceOf(IOException.class);
      assertThat(filesBelowRoot()).isEmpty();
    }
    upstream.has("/evt-1/0.ts", "whole");
    assertThat(stage.get("evt-1/0.ts")).hasValue("whole");
  }

  @Test
  void aServerThatSaysNothingIsGivenUpOnAndAskedAgainNextTime() throws IOException {
    upstream.isSilentOn("/evt-1/0.ts");
    assertThatThrownBy(() -> stage.get("evt-1/0.ts"))
        .isInstanceOf(SourceUnavailableException.class);

    upstream.has("/evt-1/0.ts", "video");
    assertThat(stage.get("evt-1/0.ts")).hasValue("video");
  }

  @Test
  void aServerThatFallsSilentInTheMiddleEndsTheDownload() {
    upstream.pauses("/evt-1/0.ts", "first-", "rest", true);

    assertThatThrownBy(() -> stage.get("evt-1/0.ts")).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsMissingThereIsMissingHereAndAskedForAgain() throws IOException {
    assertThat(stage.get("evt-1/0.ts")).isEmpty();
    upstream.status("/evt-1/0.ts", 410);
    assertThat(stage.get("evt-1/0.ts")).isEmpty();
    upstream.has("/evt-1/0.ts", "video");
    assertThat(stage.get("evt-1/0.ts")).hasValue("video");
  }

  @Test
  void aViewerWhoLeavesStopsNeitherTheOthersNorTheDownload() throws IOException {
    CountDownLatch gate = upstream.pauses("/evt-1/0.ts", "first-", "rest", true);
    Content leaving = stage.source.open(CacheStage.path("evt-1/0.ts")).orElseThrow();
    Content staying = stage.source.open(CacheStage.path("evt-1/0.ts")).orElseThrow();
    leaving.close();
    gate.countDown();

    assertThat(CacheStage.read(staying)).isEqualTo("first-rest");
    settle();
    assertThat(stage.get("evt-1/0.ts")).hasValue("first-rest");
    assertThat(upstream.requests()).hasSize(1);
  }

  @Test
  void headOfAFileThatIsNotKeptAsksWithHead() throws IOException {
    upstream.has("/evt-1/0.ts", "video", CHANGED);

    try (Content described = stage.ask("evt-1/0.ts", true, DeliveryDirectives.NONE).orElseThrow()) {
      assertThat(described.isDescription()).isTrue();
      assertThat(described.size()).isEqualTo(5);
      assertThat(described.validators().etag()).isEqualTo("\"67c866f0-5\"");
    }
    assertThat(upstream.requests()).containsExactly("HEAD /evt-1/0.ts");
  }

  @Test
  void theTagIsTheSameWhileAFileComesAndWhenItIsKept() throws IOException {
    upstream.has("/evt-1/0.ts", "video", CHANGED);

    for (int round = 0; round < 2; round++) {
      try (Content content = stage.source.open(CacheStage.path("evt-1/0.ts")).orElseThrow()) {
        assertThat(content.validators().etag()).isEqualTo("\"67c866f0-5\"");
      }
      settle();
    }
  }

  @Test
  void whatIsClearedIsFetchedAnewAndTheOtherEventStays() throws IOException {
    upstream.has("/evt-1/0.ts", "one");
    upstream.has("/evt-2/0.ts", "two");
    stage.get("evt-1/0.ts");
    stage.get("evt-2/0.ts");
    settle();

    stage.cache.clear(new EventId("evt-1"));

    assertThat(root.resolve("evt-1")).doesNotExist();
    assertThat(stage.cache.bytes()).isEqualTo(3);
    assertThat(stage.get("evt-1/0.ts")).hasValue("one");
    assertThat(stage.get("evt-2/0.ts")).hasValue("two");
    assertThat(upstream.requests()).hasSize(3);
  }

  @Test
  void whatIsBeingFetchedWhileItIsClearedIsNotKept() throws IOException {
    CountDownLatch gate = upstream.pauses("/evt-1/0.ts", "first-", "rest", true);
    Content content = stage.source.open(CacheStage.path("evt-1/0.ts")).orElseThrow();
    stage.cache.clear(new EventId("evt-1"));
    gate.countDown();

    assertThat(CacheStage.read(content)).isEqualTo("first-rest");
    settle();
    assertThat(filesBelowRoot()).isEmpty();
  }

  @Test
  void anEventWithAnotherSourceDoesNotGetTheFilesOfTheOldOne() throws IOException {
    upstream.has("/evt-1/0.ts", "old");
    stage.get("evt-1/0.ts");
    settle();
    stage.close();

    try (UpstreamServer other = new UpstreamServer();
        CacheStage after =
            new CacheStage(root, new CacheLimits(1 << 20, Duration.ofDays(3), 0), other)) {
      other.has("/evt-1/0.ts", "new");
      assertThat(after.get("evt-1/0.ts")).hasValue("new");
    }
  }

  @Test
  void aFileThatSomebodyCutsShortIsFetchedAnew() throws IOException {
    upstream.has("/evt-1/0.ts", "video");
    stage.get("evt-1/0.ts");
    settle();
    Files.writeString(root.resolve("evt-1/0.ts"), "vi");

    assertThat(stage.get("evt-1/0.ts")).hasValue("video");
  }

  @Test
  void linksInTheCacheLeadNowhere(@TempDir Path outside) throws IOException {
    Files.writeString(outside.resolve("0.ts"), "secret");
    upstream.has("/evt-1/sub/0.ts", "video");
    upstream.has("/evt-1/0.ts", "video");
    stage.get("evt-1/0.ts");
    settle();
    Files.delete(root.resolve("evt-1/0.ts"));
    Files.createSymbolicLink(root.resolve("evt-1/0.ts"), outside.resolve("0.ts"));
    Files.createSymbolicLink(root.resolve("evt-1/sub"), outside);

    assertThat(stage.get("evt-1/0.ts")).hasValue("video");
    assertThat(stage.get("evt-1/sub/0.ts")).hasValue("video");
    settle();
    assertThat(outside.resolve("0.ts")).hasContent("secret");
  }

  private void settle() {
    stage.settle();
  }

  private List<Path> filesBelowRoot() throws IOException {
    settle();
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
