package dev.streamgate.server.settings;

import java.util.List;

/// What came of changing settings.
public sealed interface SettingsOutcome {
  /// The settings are as wanted, and in force in this process.
  record Saved(SettingValues values) implements SettingsOutcome {}

  /// Some may not be what was sent; nothing was stored.
  record Refused(List<SettingKey> keys) implements SettingsOutcome {
    public Refused {
      keys = List.copyOf(keys);
    }
  }

  /// Some come from the configuration; nothing was stored.
  record Fixed(List<SettingKey> keys) implements SettingsOutcome {
    public Fixed {
      keys = List.copyOf(keys);
    }
  }
}
