package dev.streamgate.server.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class MediaMetricsTest {
  @Test
  void theNamesAreThoseOfTheSpecification() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    MediaMetrics metrics = new MediaMetrics(registry);

    Timer.Sample sample = metrics.start();
    metrics.countRequest(sample, 206);

    assertThat(registry.scrape())
        .contains("streamgate_http_requests_total{area=\"media\",status=\"206\"} 1.0")
        .contains("streamgate_http_request_seconds_bucket{area=\"media\",le=")
        .contains("streamgate_http_request_seconds_count{area=\"media\"} 1")
        .contains("streamgate_media_authorisations_total{credential=\"none\",result=\"refused\"}")
        .contains(
            "streamgate_media_authorisations_total{credential=\"bearer\",result=\"granted\"}");
  }
}
