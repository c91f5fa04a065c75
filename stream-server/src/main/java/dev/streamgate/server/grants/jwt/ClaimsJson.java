package dev.streamgate.server.grants.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.playback.PlaybackTokenClaims;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes claims under their names in the token (Spec, rules §4); {@link ClaimsReader} is its twin.
final class ClaimsJson {
  static final String SUBJECT = "sub";
  static final String EVENT = "eid";
  static final String SESSION = "sid";
  static final String PATH = "sp";
  static final String ISSUED_AT = "iat";
  static final String EXPIRES_AT = "exp";
  static final String NOT_BEFORE = "nbf";
  static final String ITEM = "item";
  static final String MAX_HEIGHT = "q";
  static final String LOCKED_ITEMS = "lk";
  static final String SCOPE = "scope";
  static final String PROBE = "probe";
  static final String VIEWER = "viewerId";
  static final String WATERMARK = "watermarkId";
  static final String BASE_URL = "hlsBaseUrl";
  static final String ISSUER = "iss";
  static final String AUDIENCE = "aud";

  private ClaimsJson() {}

  static Map<String, Object> of(PlaybackTokenClaims claims) {
    Map<String, Object> json = new LinkedHashMap<>();
    claims.subjectIfAny().ifPresent(subject -> json.put(SUBJECT, subject));
    json.put(EVENT, claims.eventId());
    claims.sessionIfAny().ifPresent(session -> json.put(SESSION, session));
    json.put(PATH, claims.pathPrefix());
    json.put(ISSUED_AT, claims.issuedAt().getEpochSecond());
    json.put(EXPIRES_AT, claims.expiresAt().getEpochSecond());
    addScopes(json, claims);
    claims.markingIfAny().ifPresent(marking -> addMarking(json, marking));
    json.put(ISSUER, PlaybackTokenClaims.ISSUER);
    json.put(AUDIENCE, PlaybackTokenClaims.AUDIENCE);
    return json;
  }

  private static void addScopes(Map<String, Object> json, PlaybackTokenClaims claims) {
    if (claims.item() != null) {
      json.put(ITEM, claims.item());
    }
    if (claims.maxHeight() != null) {
      json.put(MAX_HEIGHT, claims.maxHeight());
    }
    if (!claims.lockedItems().isEmpty()) {
      json.put(LOCKED_ITEMS, claims.lockedItems());
    }
    if (claims.scope() != null) {
      json.put(SCOPE, claims.scope());
    }
    if (claims.probe()) {
      json.put(PROBE, true);
    }
  }

  private static void addMarking(Map<String, Object> json, PlaybackTokenClaims.Marking marking) {
    if (marking.viewerId() != null) {
      json.put(VIEWER, marking.viewerId());
    }
    json.put(WATERMARK, marking.watermarkId());
    json.put(BASE_URL, marking.hlsBaseUrl());
  }

  /// Whether a claim is absent, or equal to, or a list that contains what we would write (RFC 7519
  /// §4.1.3 allows both forms of an audience).
  static boolean isAbsentOr(JsonNode claims, String name, String expected) {
    JsonNode value = claims.path(name);
    if (value.isMissingNode() || expected.equals(value.textValue())) {
      return true;
    }
    return value.isArray()
        && value.valueStream().anyMatch(entry -> expected.equals(entry.textValue()));
  }
}
