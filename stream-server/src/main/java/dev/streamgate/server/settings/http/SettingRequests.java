package dev.streamgate.server.settings.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.settings.SettingKey;
import io.helidon.webserver.http.ServerRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads the settings an owner sent.
final class SettingRequests {
  private SettingRequests() {}

  /// What was sent, as text. What is absent or null shall stay as it is; only of the support
  /// contact null means that there shall be none.
  ///
  /// @throws Problem 400 naming everything of a wrong type
  static Map<SettingKey, String> read(ServerRequest request) {
    JsonNode sent = JsonHttp.read(request, JsonNode.class);
    Map<SettingKey, String> read = new EnumMap<>(SettingKey.class);
    List<SettingKey> wrong = new ArrayList<>();
    for (SettingKey key : SettingKey.values()) {
      JsonNode value = sent.path(key.wireName());
      if (isSent(key, value)) {
        text(key, value).ifPresentOrElse(text -> read.put(key, text), () -> wrong.add(key));
      }
    }
    if (!wrong.isEmpty()) {
      throw SettingWords.refusal(wrong);
    }
    return read;
  }

  private static boolean isSent(SettingKey key, JsonNode value) {
    return !value.isMissingNode() && (!value.isNull() || key == SettingKey.SUPPORT_CONTACT);
  }

  private static Optional<String> text(SettingKey key, JsonNode value) {
    return switch (key) {
      case APP_NAME -> Optional.ofNullable(value.textValue());
      case SUPPORT_CONTACT ->
          value.isNull() ? Optional.of("") : Optional.ofNullable(value.textValue());
      case LANGUAGES -> languages(value);
      case VALIDATE_REFUSED_PER_MINUTE, VALIDATE_TOTAL_PER_MINUTE ->
          Optional.of(value).filter(JsonNode::isIntegralNumber).map(JsonNode::asText);
    };
  }

  private static Optional<String> languages(JsonNode value) {
    return Optional.of(value)
        .filter(JsonNode::isArray)
        .filter(list -> list.valueStream().allMatch(JsonNode::isTextual))
        .map(list -> list.valueStream().map(JsonNode::textValue).collect(Collectors.joining(",")));
  }
}
