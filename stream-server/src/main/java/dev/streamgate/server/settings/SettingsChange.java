package dev.streamgate.server.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What somebody wants the settings to be, read over what they are.
///
/// @param refused what may not be as it was sent
record SettingsChange(SettingValues before, SettingValues after, List<SettingKey> refused) {
  static SettingsChange read(SettingValues before, Map<SettingKey, String> sent) {
    SettingValues after = before;
    List<SettingKey> refused = new ArrayList<>();
    for (Map.Entry<SettingKey, String> entry : sent.entrySet()) {
      Optional<SettingValues> read = SettingRules.read(after, entry.getKey(), entry.getValue());
      if (read.isEmpty()) {
        refused.add(entry.getKey());
      }
      after = read.orElse(after);
    }
    return new SettingsChange(before, after, refused);
  }

  /// What differs, in the order of the keys.
  List<SettingKey> keys() {
    return List.of(SettingKey.values()).stream()
        .filter(key -> !text(before, key).equals(text(after, key)))
        .toList();
  }

  /// What differs, from old to new.
  String description() {
    return String.join(
        ", ",
        keys().stream()
            .map(key ->
                "%s \"%s\" → \"%s\"".formatted(key.wireName(), text(before, key), text(after, key)))
            .toList());
  }

  private static String text(SettingValues values, SettingKey key) {
    return SettingRules.text(values, key);
  }
}
