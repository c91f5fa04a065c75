package dev.streamgate.server.foundation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Where the server listens and whom it believes. An absent `host` binds to all addresses.
///
/// @param port 0 takes any free one
/// @param mediaPort where media is served as well; absent if that is the same port
/// @param tls absent if the server itself does not encrypt
/// @param requireHttps whether other machines must come by HTTPS; they must where the server
///   encrypts, unless the operator says otherwise
public record ListenerConfig(
    Optional<String> host,
    int port,
    OptionalInt mediaPort,
    TrustedProxies trustedProxies,
    Optional<TlsConfig> tls,
    boolean requireHttps) {
  private static final int HIGHEST_PORT = 65_535;

  static ListenerConfig read(ConfigReader reader) {
    int port = reader.number(ConfigKey.PORT, 8080, 0, HIGHEST_PORT);
    Optional<TlsConfig> tls = TlsConfig.read(reader);
    return new ListenerConfig(
        reader.text(ConfigKey.HOST),
        port,
        mediaPort(reader, port),
        new TrustedProxies(
            reader.list(
                ConfigKey.TRUSTED_PROXIES,
                List.of(),
                "a list of addresses or CIDR ranges",
                TrustedProxies.Range::parse)),
        tls,
        reader.flag(ConfigKey.REQUIRE_HTTPS, tls.isPresent()));
  }

  /// Two times "any free port" are two ports.
  private static OptionalInt mediaPort(ConfigReader reader, int port) {
    return reader
        .optionalNumber(ConfigKey.MEDIA_PORT, 0, HIGHEST_PORT)
        .filter(it -> it == 0 || it != port)
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }
}
