package dev.streamgate.server.grants.jwt;

import static dev.streamgate.server.grants.jwt.ClaimsJson.isAbsentOr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.events.EventId;
import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.model.playback.StreamPath;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads the claims of a token whose signature is good. They are still not trusted blindly: a token
/// may have been minted elsewhere with the same secret.
final class ClaimsReader {
  private final JsonNode json;

  ClaimsReader(JsonNode json) {
    this.json = json;
  }

  /// @throws MalformedClaimsException if a claim is missing or breaks a rule
  PlaybackTokenClaims read() {
    demand(isAbsentOr(json, ClaimsJson.ISSUER, PlaybackTokenClaims.ISSUER));
    demand(isAbsentOr(json, ClaimsJson.AUDIENCE, PlaybackTokenClaims.AUDIENCE));
    String eventId = eventId();
    return new PlaybackTokenClaims(
        text(ClaimsJson.SUBJECT),
        eventId,
        text(ClaimsJson.SESSION),
        pathPrefix(eventId),
        issuedAt(),
        instant(ClaimsJson.EXPIRES_AT),
        text(ClaimsJson.ITEM),
        maxHeight(),
        lockedItems(),
        text(ClaimsJson.SCOPE),
        flag(ClaimsJson.PROBE),
        marking());
  }

  private PlaybackTokenClaims.@Nullable Marking marking() {
    String viewer = text(ClaimsJson.VIEWER);
    String watermark = text(ClaimsJson.WATERMARK);
    return viewer == null && watermark == null
        ? null
        : new PlaybackTokenClaims.Marking(
            viewer,
            Objects.requireNonNullElse(watermark, ""),
            Objects.requireNonNullElse(text(ClaimsJson.BASE_URL), ""));
  }

  /// The earliest instant at which the token counts.
  Instant notBefore() {
    return json.has(ClaimsJson.NOT_BEFORE) ? instant(ClaimsJson.NOT_BEFORE) : Instant.MIN;
  }

  private String eventId() {
    String value = text(ClaimsJson.EVENT);
    if (value == null || !EventId.isValid(value)) {
      throw new MalformedClaimsException();
    }
    return value;
  }

  /// The folder of the token's own event, or one below it, in normal form: it is later compared
  /// with normalised paths as text.
  private String pathPrefix(String eventId) {
    String value = text(ClaimsJson.PATH);
    if (value == null) {
      throw new MalformedClaimsException();
    }
    demand(value.startsWith(StreamPath.PREFIX + eventId + "/"));
    demand(value.endsWith("/"));
    demand(!value.contains("//") && !value.contains("/./") && !value.contains("/../"));
    return value;
  }

  /// When it was issued is never a reason to refuse (Spec, amendments).
  private Instant issuedAt() {
    JsonNode value = json.path(ClaimsJson.ISSUED_AT);
    return isSeconds(value) ? Instant.ofEpochSecond(value.longValue()) : Instant.EPOCH;
  }

  private Instant instant(String name) {
    JsonNode value = json.path(name);
    demand(isSeconds(value));
    return Instant.ofEpochSecond(value.longValue());
  }

  /// A number of seconds that {@link Instant} can hold; a fraction is cut off.
  private static boolean isSeconds(JsonNode value) {
    return value.isNumber()
        && value.canConvertToLong()
        && value.longValue() >= Instant.MIN.getEpochSecond()
        && value.longValue() <= Instant.MAX.getEpochSecond();
  }

  private @Nullable Integer maxHeight() {
    JsonNode value = json.path(ClaimsJson.MAX_HEIGHT);
    if (value.isMissingNode()) {
      return null;
    }
    demand(value.isIntegralNumber() && value.canConvertToInt());
    return value.intValue();
  }

  private List<String> lockedItems() {
    JsonNode value = json.path(ClaimsJson.LOCKED_ITEMS);
    demand(value.isMissingNode() || value.isArray());
    demand(value.valueStream().allMatch(JsonNode::isTextual));
    return value.valueStream().map(JsonNode::textValue).toList();
  }

  private boolean flag(String name) {
    JsonNode value = json.path(name);
    demand(value.isMissingNode() || value.isBoolean());
    return value.booleanValue();
  }

  private @Nullable String text(String name) {
    JsonNode value = json.path(name);
    demand(value.isMissingNode() || value.isTextual());
    return value.textValue();
  }

  private static void demand(boolean condition) {
    if (!condition) {
      throw new MalformedClaimsException();
    }
  }
}
