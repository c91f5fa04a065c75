package dev.streamgate.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.insight.HealthResponse;
import dev.streamgate.model.json.MalformedJsonException;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.playback.PortalConfigResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The portal over HTTP (API §2.1, §3, §4.3).
public final class HttpPortalApi implements PortalApi {
  private static final Pattern SESSIONS =
      Pattern.compile("^streamgate_active_sessions (\\S+)$", Pattern.MULTILINE);

  private final HttpServerCalls calls;

  public HttpPortalApi(HttpServerCalls calls) {
    this.calls = calls;
  }

  @Override
  public Answer<PortalConfigResponse> config() {
    return calls.get(
        "/api/portal/config", answer -> WireJson.read(answer.body(), PortalConfigResponse.class));
  }

  @Override
  public Answer<HealthResponse> health(ServerAddress address) {
    return calls.getAt(
        address, "/health", answer -> WireJson.read(answer.body(), HealthResponse.class));
  }

  @Override
  public Answer<Long> watching(ServerAddress address) {
    return calls.getAt(
        address, "/metrics", answer -> sessions(new String(answer.body(), StandardCharsets.UTF_8)));
  }

  @Override
  public ServerAddress ownAddress() {
    return calls.server();
  }

  /// An older server does not say; then it is where this console finds it.
  @Override
  public Answer<ServerAddress> portal() {
    return config()
        .map(config ->
            Optional.ofNullable(config.portalBaseUrl())
                .flatMap(ServerAddress::read)
                .orElseGet(this::ownAddress));
  }

  @Override
  public Answer<String> preview(String eventId) {
    return calls.post(
        "/api/admin/events/" + Query.encoded(eventId) + "/preview",
        Map.of(),
        answer -> textAt(answer.body(), "previewUrl"));
  }

  @Override
  public Answer<String> embedLink(String eventId) {
    return calls.post(
        "/api/v1/content/" + Query.encoded(eventId) + "/embed-url",
        Map.of(),
        answer -> textAt(answer.body(), "url"));
  }

  private static long sessions(String metrics) {
    Matcher figure = SESSIONS.matcher(metrics);
    if (!figure.find()) {
      throw new MalformedJsonException("no figure of the sessions", null);
    }
    return (long) Double.parseDouble(figure.group(1));
  }

  private static String textAt(byte[] body, String field) {
    JsonNode text = WireJson.tree(body).path("data").path(field);
    if (!text.isTextual()) {
      throw new MalformedJsonException("no " + field, null);
    }
    return text.asText();
  }
}
