package dev.streamgate.server.foundation;

import java.time.Duration;

/// The limits viewers meet.
///
/// @param sessionTimeout how long a session lives without a heartbeat
/// @param contentSessions how many sessions a partner's viewer may have at a time
/// @param refusedPerMinute refused codes per client address
/// @param totalPerMinute all validations per client address
public record ViewingConfig(
    Duration sessionTimeout,
    int contentSessions,
    Setting<Integer> refusedPerMinute,
    Setting<Integer> totalPerMinute) {
  static ViewingConfig read(ConfigReader reader) {
    return new ViewingConfig(
        Duration.ofSeconds(reader.number(ConfigKey.SESSION_TIMEOUT_SECONDS, 60, 1, 3600)),
        reader.number(ConfigKey.MAX_CONCURRENT_SESSIONS, 5, 1, 1000),
        Setting.of(reader.optionalNumber(ConfigKey.VALIDATE_REFUSED_PER_MINUTE, 1, 10_000), 5),
        Setting.of(reader.optionalNumber(ConfigKey.VALIDATE_TOTAL_PER_MINUTE, 1, 1_000_000), 1200));
  }
}
