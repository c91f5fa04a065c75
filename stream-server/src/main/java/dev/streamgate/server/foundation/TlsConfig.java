package dev.streamgate.server.foundation;

import java.nio.file.Path;
import java.util.Optional;

/// The files a server encrypts with.
///
/// @param certificate PEM; the server's own certificate, and behind it those that vouch for it
/// @param privateKey PEM; of the server's own
public record TlsConfig(Path certificate, Path privateKey) {

  static Optional<TlsConfig> read(ConfigReader reader) {
    Optional<Path> certificate = reader.optionalPath(ConfigKey.TLS_CERTIFICATE);
    Optional<Path> privateKey = reader.optionalPath(ConfigKey.TLS_PRIVATE_KEY);
    if (certificate.isPresent() && privateKey.isEmpty()) {
      reader.refuse("TLS_PRIVATE_KEY must be set where TLS_CERTIFICATE is.");
    }
    if (privateKey.isPresent() && certificate.isEmpty()) {
      reader.refuse("TLS_CERTIFICATE must be set where TLS_PRIVATE_KEY is.");
    }
    return certificate.flatMap(it -> privateKey.map(key -> new TlsConfig(it, key)));
  }
}
