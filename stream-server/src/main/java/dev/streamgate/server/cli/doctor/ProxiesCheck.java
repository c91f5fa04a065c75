package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.foundation.TrustedProxies;
import java.util.List;

/// Whether the right machines are believed about viewers' addresses.
final class ProxiesCheck implements Check {
  private static final String SUBJECT = "Trusted proxies";

  private final TrustedProxies proxies;
  private final boolean isBehindOne;

  ProxiesCheck(ServerConfig config) {
    this.proxies = config.listener().trustedProxies();
    boolean isHttps =
        config.listener().requireHttps()
            || config.portal().portalUrl().filter(it -> it.startsWith("https:")).isPresent();
    this.isBehindOne = isHttps && config.listener().tls().isEmpty();
  }

  @Override
  public List<Finding> findings() {
    return List.of(finding());
  }

  private Finding finding() {
    if (proxies.trustsEverybody()) {
      return Finding.fail(
          SUBJECT,
          "everybody is believed about where requests come from",
          "name the addresses of the proxies alone in TRUSTED_PROXIES");
    }
    if (proxies.isEmpty()) {
      return isBehindOne
          ? Finding.warn(
              SUBJECT,
              "none, though HTTPS is used: all viewers seem to come from the proxy's address",
              "name the proxy in TRUSTED_PROXIES")
          : Finding.ok(SUBJECT, "none");
    }
    return Finding.ok(SUBJECT, proxies.toString());
  }
}
