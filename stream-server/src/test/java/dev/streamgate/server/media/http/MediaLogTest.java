package dev.streamgate.server.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.grants.TestTokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/// What the log says of a request, and what it never says.
@Timeout(60)
class MediaLogTest {
  private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("streamgate.media");

  @TempDir Path root;
  private final Lines lines = new Lines();
  private MediaServer server;

  @BeforeEach
  void start() {
    LOGGER.setLevel(Level.INFO);
    lines.start();
    LOGGER.addAppender(lines);
    server = new MediaServer(root);
  }

  @AfterEach
  void stop() {
    server.close();
    LOGGER.detachAppender(lines);
  }

  @Test
  void aRequestIsOneLine() throws Exception {
    server.get("/streams/evt-1/0.ts");

    JsonNode line = line();
    assertThat(line.path("method").textValue()).isEqualTo("GET");
    assertThat(line.path("path").textValue()).isEqualTo("/streams/evt-1/0.ts");
    assertThat(line.path("status").intValue()).isEqualTo(404);
    assertThat(line.path("responseTimeMs").isIntegralNumber()).isTrue();
    assertThat(line.path("clientIp").textValue()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(line.path("timestamp").textValue()).isEqualTo("2025-03-05T16:01:00.000Z");
    assertThat(line.has("reason")).isFalse();
  }

  @Test
  void aCodeIsNamedByAKeyedFingerprintOnly() throws Exception {
    server.get("/streams/evt-1/0.ts");

    JsonNode line = line();
    assertThat(line.path("tokenCode").textValue()).hasSize(12).isNotEqualTo("d84d0d048423");
    assertThat(line.toString()).doesNotContain(TestTokens.CODE);
  }

  @Test
  void aRefusalHasItsReason() throws Exception {
    server.denials.refuseSubject(TestTokens.CODE, TestTokens.NOW);
    server.get("/streams/evt-1/0.ts");

    JsonNode line = line();
    assertThat(line.path("reason").textValue()).isEqualTo("revoked");
    assertThat(line.path("tokenCode").textValue()).hasSize(12);
  }

  @Test
  void aStrangerHasNoCode() throws Exception {
    String token = server.token();
    server.send(server.request("/streams/evt-2/0.ts?x=1&__token=" + token + "x"));

    JsonNode line = line();
    assertThat(line.path("tokenCode").isNull()).isTrue();
    assertThat(line.path("path").textValue()).isEqualTo("/streams/evt-2/0.ts?x=1&__token=***");
  }

  @Test
  void aLogThatCannotKeepUpHoldsNobodyUp() throws Exception {
    lines.stall();
    try (MediaServer busy = new MediaServer(root, 1)) {
      while (busy.droppedLines() == 0) {
        assertThat(busy.get("/streams/evt-1/0.ts").statusCode()).isEqualTo(404);
      }
      lines.goOn();
    }
    assertThat(lines.written).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/streams/e/a.ts, '', /streams/e/a.ts",
    "/streams/e/a.ts, _HLS_msn=4, /streams/e/a.ts?_HLS_msn=4",
    "/a, token=x&expires=1&signature=y, /a?token=***&expires=1&signature=***",
    "/a, code=x&CODE=y&search=z, /a?code=***&CODE=***&search=***",
    "/a, %5f_token=x, /a?%5f_token=***",
    "/a, %zz=x, /a?%zz=***",
    "/a, other=eyJhbGciOi.eyJzdWIi.sig, /a?other=***",
    "/streams/e/eyJhbGciOi.eyJzdWIi.sig, '', /streams/e/***",
    "/bcdn_token=HS256-x&expires=1/streams/e/a.ts, '', /bcdn_token=***&expires=1/streams/e/a.ts",
    "/streams/%62cdn_token=x&expires=1/a.ts, '', /streams/%62cdn_token=***&expires=***/a.ts",
    "/a, '&&=&x', '/a?&&=&x'",
  })
  void credentialsAreMasked(String path, String query, String masked) {
    assertThat(MaskedTarget.of(path, query)).isEqualTo(masked);
  }

  /// The line is written after the answer has been sent, so the test waits for it.
  private JsonNode line() throws InterruptedException {
    return WireJson.tree(lines.written.take().getBytes(StandardCharsets.UTF_8));
  }

  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final BlockingQueue<String> written = new LinkedBlockingQueue<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    void stall() {
      gate = new CountDownLatch(1);
    }

    void goOn() {
      gate.countDown();
    }

    @Override
    protected void append(ILoggingEvent event) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      written.add(event.getFormattedMessage());
    }
  }
}
