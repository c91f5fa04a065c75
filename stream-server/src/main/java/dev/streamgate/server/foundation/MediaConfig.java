package dev.streamgate.server.foundation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where video comes from and who may load it (Spec, media §4). At least one of `streamRoot` and
/// `upstreamOrigin` is there in a role that delivers video.
///
/// @param streamRoot local files, one folder per event
/// @param upstreamOrigin base address of the origin, without a slash at its end
/// @param upstreamAllowedHosts hosts exempt from the address guard, in lower case
/// @param cache what is kept of other servers; there whenever `upstreamOrigin` is, and in role
///   `all`, where an event may have a source of its own
/// @param allowedOrigins pages that may load streams; the own origin always may
/// @param countryHeader the header in which a trusted proxy names the viewer's country
/// @param accelRedirect the internal location of the nginx that sends segments, with slashes around
public record MediaConfig(
    Optional<Path> streamRoot,
    Optional<String> upstreamOrigin,
    List<String> upstreamAllowedHosts,
    Optional<SegmentCacheConfig> cache,
    List<String> allowedOrigins,
    Optional<String> countryHeader,
    Optional<String> accelRedirect) {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,253}|\\[[0-9A-Fa-f:.]+]");
  private static final Pattern LOCATION = Pattern.compile("/([A-Za-z0-9._-]+/)+");

  /// What is kept of the origin's segments, and for how long.
  public record SegmentCacheConfig(
      Path root, long maxBytes, Duration maxAge, Duration cleanupInterval) {}

  static MediaConfig read(ConfigReader reader, Role role) {
    Optional<Path> streamRoot = streamRoot(reader, role);
    Optional<String> upstream = reader.baseAddress(ConfigKey.UPSTREAM_ORIGIN);
    if (role.hasMedia() && streamRoot.isEmpty() && upstream.isEmpty()) {
      reader.refuse("At least one of STREAM_ROOT or UPSTREAM_ORIGIN must be set.");
    }
    return new MediaConfig(
        streamRoot,
        upstream,
        reader.list(
            ConfigKey.UPSTREAM_ALLOWED_HOSTS,
            List.of(),
            "a list of host names or addresses",
            text -> ConfigReader.matching(HOST, text).toLowerCase(Locale.ROOT)),
        cache(reader, streamRoot, upstream.isPresent(), role),
        reader.origins(ConfigKey.CORS_ALLOWED_ORIGIN),
        reader.optional(
            ConfigKey.GEO_COUNTRY_HEADER,
            "the name of a header",
            text -> ConfigReader.matching(HEADER, text)),
        accelRedirect(reader));
  }

  private static Optional<Path> streamRoot(ConfigReader reader, Role role) {
    Optional<Path> given = reader.optionalPath(ConfigKey.STREAM_ROOT);
    return role == Role.ALL ? Optional.of(given.orElse(Path.of("streams"))) : given;
  }

  private static Optional<SegmentCacheConfig> cache(
      ConfigReader reader, Optional<Path> streamRoot, boolean hasUpstream, Role role) {
    Optional<Path> root =
        reader
            .optionalPath(ConfigKey.SEGMENT_CACHE_ROOT)
            .or(() -> streamRoot.map(it -> it.resolve("cache")));
    long gigabytes = reader.number(ConfigKey.SEGMENT_CACHE_MAX_SIZE_GB, 50, 1, 1_000_000);
    int ageHours = reader.number(ConfigKey.SEGMENT_CACHE_MAX_AGE_HOURS, 72, 1, 87_600);
    int cleanupHours = reader.number(ConfigKey.SEGMENT_CACHE_CLEANUP_HOURS, 6, 1, 8760);
    if (hasUpstream && root.isEmpty()) {
      reader.refuse(
          "SEGMENT_CACHE_ROOT must be set when UPSTREAM_ORIGIN is used without STREAM_ROOT.");
    }
    return root.filter(it -> hasUpstream || role == Role.ALL)
        .map(it ->
            new SegmentCacheConfig(
                it, gigabytes << 30, Duration.ofHours(ageHours), Duration.ofHours(cleanupHours)));
  }

  private static Optional<String> accelRedirect(ConfigReader reader) {
    Optional<String> location =
        reader.optional(
            ConfigKey.ACCEL_REDIRECT,
            "an internal location of nginx such as /_streams/",
            text -> ConfigReader.matching(LOCATION, text));
    if (location.isPresent() && reader.text(ConfigKey.TRUSTED_PROXIES).isEmpty()) {
      reader.refuse("ACCEL_REDIRECT must be used with TRUSTED_PROXIES, which name the nginx.");
    }
    return location;
  }
}
