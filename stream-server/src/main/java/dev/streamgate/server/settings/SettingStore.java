package dev.streamgate.server.settings;

import java.util.Map;

/// Where settings are kept, by their names and as text.
public interface SettingStore {
  /// Whatever is kept; also what other parts of the server keep at the same place.
  Map<String, String> all();

  /// Keeps others from changing settings until the transaction ends.
  void hold();

  /// Writes a setting; only while it is held.
  void write(String name, String value);
}
