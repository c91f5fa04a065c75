package dev.streamgate.server.playback.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// The body of a validation (API §2.2), read leniently: whatever is not a usable code is a wrong
/// code, not a wrong request.
///
/// @param code empty if there was none
/// @param eventId the event the page is for; an unusable one fits no ticket
record ValidateBody(
    String code, boolean takeover, Optional<String> deviceName, Optional<String> eventId) {
  private static final int DEVICE_NAME_LENGTH = 64;

  static ValidateBody of(JsonNode body) {
    return new ValidateBody(
        text(body, "code").orElse(""),
        body.path("takeover").asBoolean(false),
        text(body, "deviceName").map(ValidateBody::tidy).filter(name -> !name.isEmpty()),
        body.hasNonNull("eventId") ? Optional.of(body.get("eventId").asText()) : Optional.empty());
  }

  private static Optional<String> text(JsonNode body, String field) {
    return Optional.of(body.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  private static String tidy(String name) {
    String printable = name.replaceAll("\\p{Cc}", "").strip();
    return printable.substring(0, Math.min(printable.length(), DEVICE_NAME_LENGTH)).strip();
  }

  @Override
  public String toString() {
    return "ValidateBody";
  }
}
