package dev.streamgate.server;

import static dev.streamgate.server.ContentStage.code;
import static dev.streamgate.server.ContentStage.data;
import static dev.streamgate.server.ContentStage.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What the content API tells of sessions, watermarks and access.
@TestInstance(Lifecycle.PER_CLASS)
class ContentLooksTest {
  private static final String NOT_ENTITLED =
      "Not authorized to access this content. A valid ticket is required.";

  private ContentStage stage;

  @BeforeAll
  void start(@TempDir Path folder) {
    stage = new ContentStage(folder, Map.of());
  }

  @AfterAll
  void stop() {
    stage.close();
  }

  @Test
  void aSessionIsRevokedByItsOwnTokenAndByNoOther() throws IOException {
    String event = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event);
    JsonNode one = stage.issued(event, ticket);
    JsonNode other = stage.issued(event, ticket);
    Map<String, String> session = Map.of("sessionId", one.path("sessionId").asText());
    String path = "/api/v1/content/revoke-token";
    assertThat(stage.server.post(path, "", session).statusCode()).isEqualTo(401);
    assertThat(stage.server.post(path, other.path("token").asText(), session).statusCode())
        .isEqualTo(403);
    assertThat(data(stage.server.post(path, one.path("token").asText(), session)).path("revoked"))
        .hasToString("true");
    assertThat(data(stage.partner("revoke-token", session)).path("revoked")).hasToString("false");
    HttpResponse<String> unnamed = stage.partner("revoke-token", Map.of());
    assertThat(error(unnamed)).isEqualTo("Session ID is required");
  }

  @Test
  void aViewersTokenOfAMarkedEventNamesTheMarkOfItsSession() throws IOException {
    String event = stage.event(Map.of("watermark", true));
    JsonNode seat =
        GateCalls.json(
            stage.calls.validate(Map.of("code", stage.ticket(event).path("code").asText())));
    String token = seat.path("playbackToken").asText();
    String renewed =
        GateCalls.json(stage.calls.playback("refresh", token)).path("playbackToken").asText();
    for (String each : List.of(token, renewed)) {
      JsonNode claims = WireJson.tree(Base64.getUrlDecoder().decode(each.split("\\.", -1)[1]));
      assertThat(claims.path("watermarkId")).isEqualTo(seat.at("/watermark/watermarkId"));
      assertThat(claims.path("hlsBaseUrl")).isEqualTo(seat.path("playbackBaseUrl"));
      assertThat(claims.path("sub").asText()).isNotEmpty();
      assertThat(stage.media(event, "stream.m3u8", each)).isEqualTo(200);
      assertThat(stage.calls.playback("heartbeat", each).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aWatermarkIsToldToItsOwnSessionOnly() throws IOException {
    String event = stage.event(Map.of());
    JsonNode ticket = stage.ticket(event, Map.of("label", "Row 1"));
    JsonNode one = stage.issued(event, ticket);
    JsonNode other = stage.issued(event, ticket);
    String path = "/api/v1/content/watermark/" + one.path("watermarkId").asText();
    JsonNode mark = data(stage.server.get(path, one.path("token").asText()));
    assertThat(mark.path("viewer")).isEqualTo(ticket.path("id"));
    assertThat(mark.path("displayText").asText())
        .startsWith("Row 1 ••••")
        .endsWith(" | " + one.path("sessionId").asText().substring(0, 8));
    assertThat(code(stage.server.get(path, ""))).isEqualTo("TOKEN_MISSING");
    assertThat(code(stage.server.get(path, "nonsense"))).isEqualTo("TOKEN_INVALID");
    assertThat(code(stage.server.get(path, other.path("token").asText())))
        .isEqualTo("ACCESS_DENIED");
    HttpResponse<String> none =
        stage.server.get("/api/v1/content/watermark/0000000000000000", one.path("token").asText());
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(error(none)).isEqualTo("Watermark configuration not found");
  }

  @Test
  void accessAndRequirementsAreToldWithoutDoingAnything() throws IOException {
    String event = stage.event(Map.of("previewEnabled", true));
    JsonNode ticket = stage.ticket(event);
    JsonNode byCode =
        data(stage.ask(event + "/access", Map.of("code", ticket.path("code").asText())));
    assertThat(byCode.path("allowed").asBoolean()).isTrue();
    assertThat(byCode.path("accessLevel").asText()).isEqualTo("FULL");
    JsonNode stranger = data(stage.ask(event + "/access", Map.of()));
    assertThat(stranger.path("accessLevel").asText()).isEqualTo("PREVIEW");
    assertThat(stranger.path("reasons").get(0).asText()).isEqualTo(NOT_ENTITLED);
    assertThat(data(stage.ask("nothing/access", Map.of())).path("accessLevel").asText())
        .isEqualTo("NONE");
    JsonNode issued = stage.issued(event, ticket);
    JsonNode holder =
        data(
            stage.server.post(
                "/api/v1/content/" + event + "%2Ftalk/access",
                issued.path("token").asText(),
                Map.of()));
    assertThat(holder.path("watermarkId")).isEqualTo(issued.path("watermarkId"));
    assertThat(holder.path("allowed").asBoolean()).isTrue();
    String token = issued.path("token").asText();
    JsonNode byPartner = data(stage.partner(event + "/access?token=" + token, Map.of()));
    assertThat(byPartner.path("watermarkId")).isEqualTo(issued.path("watermarkId"));
    assertThat(byPartner.path("accessLevel").asText()).isEqualTo("FULL");
    JsonNode needs = data(stage.server.get("/api/v1/content/" + event + "/requirements", ""));
    assertThat(needs.toString())
        .isEqualTo(
            "{\"entitlementRequired\":true,\"entitlementType\":\"ticket\",\"previewAvailable\":true}");
    assertThat(stage.server.get("/api/v1/content/nothing/requirements", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void withoutAllowedOriginsNothingIsEmbedded() throws IOException {
    String event = stage.event(Map.of());
    HttpResponse<String> answer = stage.partner(event + "/embed-url", Map.of());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(error(answer)).startsWith("Embedding is off");
    assertThat(stage.status(stage.server.url("/embed/" + event))).isEqualTo(404);
  }

  @Test
  void supportUnderstandsTokensOfThisApiAndPreviews() throws IOException {
    String event = stage.event(Map.of("previewEnabled", true));
    JsonNode ticket = stage.ticket(event);
    JsonNode issued = stage.issued(event, ticket);
    JsonNode found = stage.calls.diagnose(issued.path("token").asText());
    assertThat(found.path("cause").isNull()).isTrue();
    assertThat(found.path("tokenId")).isEqualTo(ticket.path("id"));
    assertThat(stage.calls.diagnose(issued.path("sessionId").asText()).path("tokenId"))
        .isEqualTo(ticket.path("id"));
    stage.calls.staff("PATCH", "tokens/" + ticket.path("id").asText() + "/revoke", Map.of());
    assertThat(stage.calls.diagnose(issued.path("token").asText()).path("cause").asText())
        .isEqualTo("inactive_subject");
    JsonNode preview =
        data(stage.ask("playback-token", Map.of("contentId", event, "preview", true)));
    JsonNode look = stage.calls.diagnose(preview.path("token").asText());
    assertThat(look.path("cause").isNull()).as("%s", look).isTrue();
    assertThat(look.toString()).contains("a preview for everybody");
    stage.calls.staff("PUT", "events/" + event, Map.of("previewEnabled", false));
    for (String query : List.of(preview.path("token").asText(), look.path("sessionId").asText())) {
      JsonNode closed = stage.calls.diagnose(query);
      assertThat(closed.path("cause").asText()).isEqualTo("inactive_subject");
      assertThat(closed.toString()).contains("has no preview any more");
    }
  }
}
