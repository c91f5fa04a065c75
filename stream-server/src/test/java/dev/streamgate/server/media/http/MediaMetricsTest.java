package dev.streamgate.server.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MediaMetricsTest {
  @Test
  void theNamesAreThoseOfTheSpecification() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    MediaMetrics metrics = new MediaMetrics(registry);

    metrics.countRequest("GET", 206, Duration.ofMillis(1));

    assertThat(registry.scrape())
        .contains(
            "streamgate_http_requests_total{method=\"GET\",route=\"/streams/{eventId}/*\",status=\"2xx\"} 1.0")
        .contains(
            "streamgate_http_request_seconds_count{method=\"GET\",route=\"/streams/{eventId}/*\"} 1")
        .contains("streamgate_media_authorisations_total{credential=\"none\",result=\"refused\"}")
        .contains(
            "streamgate_media_authorisations_total{credential=\"bearer\",result=\"granted\"}");
  }
}
