package dev.streamgate.server.foundation;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a process that delivers video follows the changes of the platform.
///
/// @param id its name in the list of edges; if absent it is made of host name and port
/// @param pollInterval how often it asks while it is not told
/// @param maxStaleness how long it goes on without news; absent for as long as it takes
public record EdgeConfig(
    Optional<String> id, Duration pollInterval, Optional<Duration> maxStaleness) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  static EdgeConfig read(ConfigReader reader) {
    return new EdgeConfig(
        reader.optional(
            ConfigKey.EDGE_ID,
            "1 to 64 letters, digits and ._:-",
            text -> ConfigReader.matching(ID, text)),
        Duration.ofMillis(
            reader.number(ConfigKey.REVOCATION_POLL_INTERVAL_MS, 30_000, 100, 3_600_000)),
        reader
            .optionalNumber(ConfigKey.MAX_REVOCATION_STALENESS, 1, 86_400)
            .map(Duration::ofSeconds));
  }
}
