package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.foundation.ConfigKey;
import dev.streamgate.server.foundation.Role;
import dev.streamgate.server.foundation.ServerConfig;
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

  private static final Set<ConfigKey> TLS =
      EnumSet.of(ConfigKey.TLS_CERTIFICATE, ConfigKey.TLS_PRIVATE_KEY);

  private final Set<ConfigKey> unusable;
  private final Role role;
  private final Set<ConfigKey> places;

  Needs(ServerConfig.PartlyRead known) {
    this.unusable = known.unusable();
    this.role = known.config().role();
    this.places = places(role);
  }

  /// The keys by which the folders are found where video is. Only a server of role `all` keeps
  /// segments of others without an upstream as well.
  private static Set<ConfigKey> places(Role role) {
    Set<ConfigKey> places = EnumSet.of(ConfigKey.STREAM_ROOT, ConfigKey.SEGMENT_CACHE_ROOT);
    return role == Role.ALL ? places : with(places, ConfigKey.UPSTREAM_ORIGIN);
  }

  /// Whether the data, or the server that has it, can be looked for.
  boolean hasData() {
    return DATA.stream().noneMatch(unusable::contains);
  }

  /// Whether this is an edge, as far as that can be known.
  boolean mayBeEdge() {
    return role == Role.MEDIA || unusable.contains(ConfigKey.ROLE);
  }

  Check secretFiles(Supplier<Check> check) {
    return check("Secret files", EnumSet.of(ConfigKey.DATA_DIR), check);
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

  Check encryption(Supplier<Check> check) {
    return check("Certificate", TLS, check);
  }

  Check streamRoot(Supplier<Check> check) {
    return check("Stream root", with(DATA, ConfigKey.STREAM_ROOT), check);
  }

  Check places(Supplier<Check> check) {
    return check("Places of the service", with(with(DATA, places), TLS), check);
  }

  /// Whether it is known which folder the configuration names.
  boolean hasStreamRoot() {
    return !unusable.contains(ConfigKey.STREAM_ROOT);
  }

  Check playlists(Supplier<Check> check) {
    return check("Playlists", with(DATA, ConfigKey.STREAM_ROOT, ConfigKey.UPSTREAM_ORIGIN), check);
  }

  Check disks(Supplier<Check> check) {
    return check("Free disk", with(DATA, places), check);
  }

  Check upstream(Supplier<Check> check) {
    return check("Upstream", EnumSet.of(ConfigKey.UPSTREAM_ORIGIN), check);
  }

  Check platform(Supplier<Check> check) {
    return check(
        "Platform",
        EnumSet.of(
            ConfigKey.ROLE,
            ConfigKey.DATA_DIR,
            ConfigKey.PLATFORM_APP_URL,
            ConfigKey.PLAYBACK_SIGNING_SECRET,
            ConfigKey.INTERNAL_API_KEY),
        check);
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
        with(TLS, ConfigKey.TRUSTED_PROXIES, ConfigKey.REQUIRE_HTTPS, ConfigKey.PLATFORM_APP_URL),
        check);
  }

  private Check check(String subject, Set<ConfigKey> needed, Supplier<Check> check) {
    String missing =
        needed.stream()
            .filter(unusable::contains)
            .map(Enum::name)
            .collect(Collectors.joining(", "));
    return missing.isEmpty() ? check.get() : without(missing, subject);
  }

  /// Stands for a check that lacks something.
  static Check without(String missing, String subject) {
    return () ->
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
