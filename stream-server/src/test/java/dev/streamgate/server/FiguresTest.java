package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The figures for Prometheus at the wired server.
class FiguresTest {
  @Test
  void callersCannotMakeUpLabelsAndEveryLimitIsCounted(@TempDir Path folder) {
    try (RunningServer server = RunningServer.start(folder)) {
      GateCalls calls = new GateCalls(server);
      String event = calls.createEvent("Figures", "never");
      JsonNode ticket = calls.ticket(event, Map.of("count", 1));
      calls.validate(Map.of("code", ticket.path("code").asText()));
      server.get("/api/events/" + event + "/status?code=" + ticket.path("code").asText(), "");
      server.get("/no/such/page", "");
      for (int attempt = 0; attempt < 12; attempt++) {
        server.post("/api/admin/login", "", Map.of("password", ""));
      }
      reportErrors(server);

      assertThat(calls.metrics())
          .contains("streamgate_client_errors_total{type=\"other\"} 30.0")
          .contains("streamgate_rate_limited_total{limit=\"sign_in\"}")
          .contains("streamgate_rate_limited_total{limit=\"client_errors\"} 1.0")
          .contains("streamgate_active_sessions 1.0")
          .contains("streamgate_viewers_by_sessions{sessions=\"1\"} 1.0")
          .contains("streamgate_session_seconds_count 0")
          .contains("streamgate_tokens_issued_total{family=\"viewer\"} 1.0")
          .contains("streamgate_token_validations_total{reason=\"ok\",result=\"accepted\"} 1.0")
          .contains("streamgate_status_probes_total{result=\"nothing\"}")
          .contains("method=\"GET\",route=\"/api/events/{id}/status\",status=\"2xx\"} 1.0")
          .contains("method=\"GET\",route=\"none\",status=\"4xx\"} 1.0")
          .contains("streamgate_http_request_seconds_count{method=\"POST\",route=\"/api/tokens")
          .doesNotContain(event, "MADE_UP", "/no/such", ticket.path("code").asText());
    }
  }

  /// Reports errors until the limit of one address is reached, and once from a foreign page.
  private static void reportErrors(RunningServer server) {
    for (int sent = 0; sent < 31; sent++) {
      HttpResponse<String> report =
          server.post("/api/client-errors", "", Map.of("type", "MADE_UP_" + sent));
      assertThat(report.statusCode()).isEqualTo(sent < 30 ? 204 : 429);
      assertThat(report.headers().firstValue("retry-after").isPresent()).isEqualTo(sent == 30);
    }
    HttpResponse<String> foreign =
        server.send(
            server
                .request("/api/client-errors", "")
                .header("Origin", "https://elsewhere.example.com")
                .POST(BodyPublishers.ofString("{}"))
                .build());
    assertThat(foreign.statusCode()).isEqualTo(403);
  }
}
