package dev.streamgate.server.media.client;

import java.time.Duration;

/// How long an upstream server is waited for (Spec, media §5).
///
/// @param connecting until a connection stands, TLS included
/// @param silence without a byte; how long the whole takes does not matter
public record Patience(Duration connecting, Duration silence) {
  public static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(15));
}
