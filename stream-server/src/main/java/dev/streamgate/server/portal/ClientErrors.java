package dev.streamgate.server.portal;

import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes down what viewers' pages report (API §2.8). Thread-safe.
public final class ClientErrors {
  private static final Logger LOG = LoggerFactory.getLogger(ClientErrors.class);

  /// What our own page reports; everything else counts as one, so that strangers cannot make up
  /// figures without end.
  private static final Set<String> KNOWN = Set.of("PLAYBACK_AUTH_FAILED");

  private static final String OTHER = "other";

  private final Consumer<String> counter;

  /// @param counter counts one error of the type it is given
  public ClientErrors(Consumer<String> counter) {
    this.counter = counter;
  }

  public void note(ClientError error) {
    counter.accept(KNOWN.contains(error.type()) ? error.type() : OTHER);
    LOG.info(
        "client error {} at {}: status {}, {} token, {}",
        error.type(),
        error.url(),
        error.status(),
        error.hasToken() ? "with" : "without",
        error.detail());
  }
}
