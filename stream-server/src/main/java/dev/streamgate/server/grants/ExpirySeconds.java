package dev.streamgate.server.grants;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// The `expires` of signed addresses: unix seconds as they stand in the address, without leading
/// zeros, up to twelve digits (Spec, media §3).
public final class ExpirySeconds {
  /// What such a text looks like.
  public static final Pattern FORM = Pattern.compile("[1-9]\\d{0,11}");

  private ExpirySeconds() {}

  /// Empty if it is not of that form.
  public static Optional<Instant> read(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
        : Optional.empty();
  }
}
