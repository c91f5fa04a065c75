package dev.streamgate.server.settings;

import java.util.Set;

/// What the configuration says.
///
/// @param values as configured or, where the configuration says nothing, by default
/// @param fixed what the configuration does say, so that it cannot be changed here
public record ConfiguredSettings(SettingValues values, Set<SettingKey> fixed) {
  public ConfiguredSettings {
    fixed = Set.copyOf(fixed);
  }
}
