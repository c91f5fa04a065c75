package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A busy server as a process of its own, at its most talkative: what it writes, to its output and
/// to the audit log, holds no code, token, password or key (Spec, media §9).
class LogSecrecyTest {
  private static final String KEY = "internal-key-that-must-not-be-seen-0123";
  private static final String WRONG_PASSWORD = "hunter2-wrong-password";
  private static final String WRONG_CODE = "WR0NGC0DE777";

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void nothingSecretIsWrittenDown(@TempDir Path folder) throws Exception {
    Map<String, String> settings = Map.of("LOG_LEVEL", "debug", "INTERNAL_API_KEY", KEY);
    List<String> secrets;
    String audit;
    try (ServerProcess server = ServerProcess.start(folder, settings)) {
      Day day = new Day(server.address());
      day.live();
      secrets = day.secrets();
      audit = day.call("GET", "/api/admin/audit-log?limit=200", day.staff, "").toString();
    }

    String log = Files.readString(folder.resolve("log")) + Files.readString(folder.resolve("out"));
    assertThat(log)
        .contains("code accepted, playback token issued")
        .contains("code refused: unknown")
        .contains("playback call refused: Invalid token")
        .contains("client error PLAYBACK_AUTH_FAILED at /api/playback/heartbeat: status 401")
        .contains("rate limit hit: validate")
        .contains("__token=***")
        .contains("\"status\":403")
        .contains("Shutdown complete");
    assertThat(audit)
        .contains("CODE_ACCEPTED", "CODE_REFUSED", "RATE_LIMITED", "ADMIN_LOGIN_FAILED")
        .contains("DIAGNOSTICS_RUN", "TOKEN_REVOKED", "TOKENS_EXPORTED");
    assertThat(secrets).hasSizeGreaterThan(8).doesNotContain("");
    for (String secret : secrets) {
      assertThat(log).doesNotContainIgnoringCase(secret);
      assertThat(audit).doesNotContainIgnoringCase(secret);
    }
  }

  /// What happens at the server, and what of it is secret.
  private final class Day {
    private final String address;
    private final String staff;
    private String code = "";
    private String token = "";

    Day(String address) throws IOException, InterruptedException {
      this.address = address;
      call("POST", "/api/admin/login", "", "{\"password\":\"" + WRONG_PASSWORD + "\"}");
      staff =
          call("POST", "/api/admin/login", "", "{\"password\":\"" + ServerProcess.PASSWORD + "\"}")
              .path("data")
              .path("token")
              .asText();
    }

    void live() throws IOException, InterruptedException {
      String event =
          call(
                  "POST",
                  "/api/admin/events",
                  staff,
                  """
                  {"title":"Busy","startsAt":"2020-01-01T00:00:00Z","endsAt":"2040-01-01T00:00:00Z"}
                  """)
              .path("data")
              .path("id")
              .asText();
      String tokens = "/api/admin/events/" + event + "/tokens";
      JsonNode ticket =
          call("POST", tokens + "/generate", staff, "{\"count\":1}").path("data").get(0);
      code = ticket.path("code").asText();
      watch(event);
      call("POST", "/api/admin/diagnostics", staff, "{\"query\":\"" + token + "\"}");
      call("POST", "/api/admin/diagnostics", staff, "{\"query\":\"" + code + "\"}");
      call("GET", "/api/admin/tokens?search=" + code, staff, "");
      call("POST", "/api/admin/tokens/lookup", staff, "{\"code\":\"" + code + "\"}");
      text("GET", tokens + "/export", staff, "");
      call("PATCH", "/api/admin/tokens/" + ticket.path("id").asText() + "/revoke", staff, "{}");
      call("POST", "/api/playback/heartbeat", token, "{}");
      guess(event);
    }

    private void watch(String event) throws IOException, InterruptedException {
      token =
          call("POST", "/api/tokens/validate", "", "{\"code\":\"" + code + "\"}")
              .path("playbackToken")
              .asText();
      for (String playback : List.of("refresh", "heartbeat")) {
        call("POST", "/api/playback/" + playback, token, "{}");
        call("POST", "/api/playback/" + playback, token + "x", "{}");
        call("POST", "/api/playback/" + playback, forged(), "{}");
      }
      call("GET", "/api/events/" + event + "/status?code=" + code, "", "");
      String media = "/streams/" + event + "/stream.m3u8";
      text("GET", media, token, "");
      text("GET", media + "?__token=" + token, "", "");
      text("GET", media + "?__token=" + forged() + "&search=" + code, "", "");
      text("GET", "/streams/" + event + "/1.ts?code=" + code, "", "");
      call(
          "POST",
          "/api/client-errors",
          "",
          """
          {"type":"PLAYBACK_AUTH_FAILED","url":"/api/playback/heartbeat?__token=%s","status":401,
          "detail":"%s was refused for %s","hasToken":true}
          """
              .formatted(token, token, code));
    }

    private void guess(String event) throws IOException, InterruptedException {
      for (int time = 0; time < 7; time++) {
        call("POST", "/api/tokens/validate", "", "{\"code\":\"" + WRONG_CODE + "\"}");
      }
      call("GET", "/api/events/" + event + "/status?code=" + WRONG_CODE, "", "");
      text("GET", "/metrics", KEY, "");
      text("GET", "/api/revocations?cursor=0", KEY, "");
    }

    /// A token of the right form that another key signed.
    private String forged() {
      int signature = token.lastIndexOf('.') + 1;
      return token.substring(0, signature)
          + new StringBuilder(token.substring(signature, token.length() - 1)).reverse()
          + "A";
    }

    List<String> secrets() {
      String display = code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
      return List.of(
          code,
          display,
          WRONG_CODE,
          token,
          token.substring(token.lastIndexOf('.') + 1),
          token.split("\\.", -1)[1],
          forged().substring(forged().lastIndexOf('.') + 1),
          staff,
          ServerProcess.PASSWORD,
          WRONG_PASSWORD,
          KEY);
    }

    private JsonNode call(String method, String path, String bearer, String body)
        throws IOException, InterruptedException {
      byte[] answer = text(method, path, bearer, body);
      return WireJson.tree(answer.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : answer);
    }

    private byte[] text(String method, String path, String bearer, String body)
        throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(address + path))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body));
      if (!bearer.isEmpty()) {
        request.header("Authorization", "Bearer " + bearer);
      }
      return client.send(request.build(), BodyHandlers.ofByteArray()).body();
    }
  }
}
