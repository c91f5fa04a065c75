package dev.streamgate.server.foundation.http1;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/// What a port encrypts with. It is asked anew for each connection that wants to be encrypted, so
/// that a certificate can be replaced while the port is open. Thread-safe.
@FunctionalInterface
public interface Encryption {
  /// A port that does not encrypt.
  Encryption NONE = Optional::empty;

  /// Empty if connections are never encrypted.
  Optional<SSLContext> context();
}
