package dev.streamgate.server.audit;

import org.jspecify.annotations.Nullable;

/// Who asked for something, and from where: an account's name, `viewer`, `partner` or `system`.
public record Requester(String actor, @Nullable String address, @Nullable String userAgent) {
  private static final int MAX_USER_AGENT = 300;

  /// The server itself, for what no request asked for.
  public static final Requester SYSTEM = new Requester("system", null, null);

  /// The same request, once it is known whose it is.
  public Requester as(String name) {
    return new Requester(name, address, userAgent);
  }

  public Requester {
    if (userAgent != null && userAgent.length() > MAX_USER_AGENT) {
      userAgent = userAgent.substring(0, MAX_USER_AGENT);
    }
  }
}
