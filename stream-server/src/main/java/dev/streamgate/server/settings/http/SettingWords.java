package dev.streamgate.server.settings.http;

import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.settings.SettingKey;
import dev.streamgate.server.settings.SettingRules;
import io.helidon.http.Status;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says why settings are not as an owner wanted them (API §4.5).
final class SettingWords {
  private SettingWords() {}

  /// Everything that is wrong, in one sentence.
  static Problem refusal(List<SettingKey> keys) {
    return Problem.badRequest(joined(keys, SettingWords::rule));
  }

  static Problem fixed(List<SettingKey> keys) {
    return Problem.of(
        Status.CONFLICT_409,
        joined(
            keys,
            key ->
                "%s is set in the server configuration (%s)"
                    .formatted(key.wireName(), key.name())));
  }

  private static String joined(List<SettingKey> keys, Function<SettingKey, String> words) {
    return keys.stream().map(words).collect(Collectors.joining("; "));
  }

  private static String rule(SettingKey key) {
    return switch (key) {
      case APP_NAME -> "App name must be 1 to %d characters".formatted(SettingRules.LONGEST_NAME);
      case SUPPORT_CONTACT ->
          "Support contact must be a mail address or an http or https address of at most %d characters"
              .formatted(SettingRules.LONGEST_CONTACT);
      case LANGUAGES ->
          "Languages must be a list of the languages there are, each once: %s"
              .formatted(String.join(", ", SettingRules.LANGUAGES));
      case VALIDATE_REFUSED_PER_MINUTE ->
          "Refused codes per minute must be a whole number from 1 to %d"
              .formatted(SettingRules.MOST_REFUSED);
      case VALIDATE_TOTAL_PER_MINUTE ->
          "Validations per minute must be a whole number from 1 to %d"
              .formatted(SettingRules.MOST_TOTAL);
    };
  }
}
