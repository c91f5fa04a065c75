package dev.streamgate.model.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What owners may set while the server runs (API §4.5). The first language is the fallback; the
/// two numbers are limits for each client address.
public record SettingsResponse(
    Setting<String> appName,
    Setting<String> supportContact,
    Setting<List<String>> languages,
    Setting<Integer> validateRefusedPerMinute,
    Setting<Integer> validateTotalPerMinute) {

  /// One setting in force. Only the support contact may have no value.
  ///
  /// @param fixed whether it comes from the server's configuration and cannot be changed here
  public record Setting<T>(@Nullable T value, boolean fixed) {}
}
