package dev.streamgate.server.cli.doctor;

import java.util.List;
import java.util.Optional;

/// Whether the server that video comes from can be reached.
final class UpstreamCheck implements Check {
  private static final String SUBJECT = "Upstream";

  private final Optional<String> origin;
  private final Web web;

  UpstreamCheck(Optional<String> origin, Web web) {
    this.origin = origin;
    this.web = web;
  }

  @Override
  public List<Finding> findings() {
    return List.of(
        origin.map(this::reach).orElseGet(() -> Finding.ok(SUBJECT, "none is configured")));
  }

  /// What it says to an address that is no file is of no concern, unless it says that it is broken.
  private Finding reach(String url) {
    return switch (web.get(url + "/", Optional.empty())) {
      case Web.Answer.Given given when given.status() >= 500 ->
          Finding.warn(SUBJECT, url + " answers " + given.status(), "look at that server");
      case Web.Answer.Given _ -> Finding.ok(SUBJECT, url + " answers");
      case Web.Answer.None none ->
          Finding.fail(
              SUBJECT,
              url + " does not answer: " + none.reason(),
              "correct UPSTREAM_ORIGIN, or start that server");
    };
  }
}
