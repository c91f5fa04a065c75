package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.foundation.ConfigKey;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Which keys each check hangs on. One whose value cannot be used takes those checks away, and no
/// others; by a default in its place they would look at something that is not meant.
final class Needs {
  private static final Set<ConfigKey> DATA =
      EnumSet.of(
          ConfigKey.ROLE,
          ConfigKey.DATA_DIR,
          ConfigKey.DATABASE_URL,
          ConfigKey.DATABASE_USER,
          ConfigKey.DATABASE_PASSWORD);

  private static final Set<ConfigKey> PLACES =
      EnumSet.of(ConfigKey.STREAM_ROOT, ConfigKey.SEGMENT_CACHE_ROOT);

  private final Set<ConfigKey> unusable;

  Needs(Set<ConfigKey> unusable) {
    this.unusable = Set.copyOf(unusable);
  }

  /// Whether the data, or the server that has it, can be looked for.
  static boolean hasData(Set<ConfigKey> unusable) {
    return DATA.stream().noneMatch(unusable::contains);
  }

  Check secrets(Supplier<Check> check) {
    return check("Secrets", with(DATA, secretKeys()), check);
  }

  Check dataDirectory(Supplier<Check> check) {
    return check("Data directory", DATA, check);
  }

  Check database(Supplier<Check> check) {
    return check("Database", DATA, check);
  }

  Check ports(Supplier<Check> check) {
    return check("Port", with(DATA, ConfigKey.HOST, ConfigKey.PORT, ConfigKey.MEDIA_PORT), check);
  }

  Check streamRoot(Supplier<Check> check) {
    return check("Stream root", with(DATA, ConfigKey.STREAM_ROOT), check);
  }

  Check places(Supplier<Check> check) {
    return check("Places of the service", with(DATA, PLACES), check);
  }

  Check playlists(Supplier<Check> check) {
    return check("Playlists", with(DATA, ConfigKey.STREAM_ROOT, ConfigKey.UPSTREAM_ORIGIN), check);
  }

  Check disks(Supplier<Check> check) {
    return check("Free disk", with(DATA, PLACES), check);
  }

  Check upstream(Supplier<Check> check) {
    return check("Upstream", EnumSet.of(ConfigKey.UPSTREAM_ORIGIN), check);
  }

  Check platform(Supplier<Check> check) {
    return check("Platform", with(secretKeys(), ConfigKey.PLATFORM_APP_URL), check);
  }

  Check origins(Supplier<Check> check) {
    return check(
        "CORS origin",
        EnumSet.of(
            ConfigKey.ROLE,
            ConfigKey.CORS_ALLOWED_ORIGIN,
            ConfigKey.PLATFORM_APP_URL,
            ConfigKey.HLS_SERVER_BASE_URL),
        check);
  }

  Check proxies(Supplier<Check> check) {
    return check(
        "Trusted proxies",
        EnumSet.of(ConfigKey.TRUSTED_PROXIES, ConfigKey.REQUIRE_HTTPS, ConfigKey.PLATFORM_APP_URL),
        check);
  }

  private Check check(String subject, Set<ConfigKey> needed, Supplier<Check> check) {
    String missing =
        needed.stream()
            .filter(unusable::contains)
            .map(Enum::name)
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? check.get()
        : () ->
            List.of(
                Finding.warn(
                    subject,
                    "could not be looked at without " + missing,
                    "mend what is told of the configuration, and look again"));
  }

  private static Set<ConfigKey> secretKeys() {
    return Arrays.stream(ConfigKey.values())
        .filter(ConfigKey::isSecret)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ConfigKey.class)));
  }

  private static Set<ConfigKey> with(Set<ConfigKey> some, ConfigKey... more) {
    return with(some, Set.of(more));
  }

  private static Set<ConfigKey> with(Set<ConfigKey> some, Set<ConfigKey> more) {
    Set<ConfigKey> all = EnumSet.copyOf(some);
    all.addAll(more);
    return all;
  }
}
