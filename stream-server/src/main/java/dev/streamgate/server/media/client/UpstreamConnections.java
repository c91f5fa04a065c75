package dev.streamgate.server.media.client;

import java.time.Duration;
import org.apache.hc.client5.http.auth.AuthSchemeFactory;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.cookie.CookieSpecFactory;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// An HTTP client that does what it is told and nothing by itself: no redirects, no cookies, no
/// accounts, no decompression, no proxy of the environment.
final class UpstreamConnections {
  private static final String USER_AGENT = "StreamGate";
  private static final int CONNECTIONS_PER_HOST = 256;
  private static final int CONNECTIONS = 1024;

  /// After that a name is resolved anew.
  private static final Duration LIFE = Duration.ofMinutes(1);

  private static final Duration IDLE_BEFORE_CHECK = Duration.ofSeconds(1);

  private UpstreamConnections() {}

  static CloseableHttpClient open(AddressGuard guard, Patience patience) {
    return HttpClients.custom()
        .setConnectionManager(pool(guard, patience))
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(patience.connecting()))
                .setResponseTimeout(Timeout.of(patience.silence()))
                .build())
        .setRequestExecutor(new CleanConversations())
        .setRetryStrategy(new StaleConnections())
        .setDefaultAuthSchemeRegistry(RegistryBuilder.<AuthSchemeFactory>create().build())
        .disableRedirectHandling()
        .disableCookieManagement()
        .setDefaultCookieSpecRegistry(RegistryBuilder.<CookieSpecFactory>create().build())
        .disableContentCompression()
        .disableAuthCaching()
        .setUserAgent(USER_AGENT)
        .build();
  }

  private static PoolingHttpClientConnectionManager pool(AddressGuard guard, Patience patience) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(guard)
        .setTlsSocketStrategy(new TrustOnDemand())
        .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
        .setMaxConnTotal(CONNECTIONS)
        .setDefaultTlsConfig(
            TlsConfig.custom().setHandshakeTimeout(Timeout.of(patience.connecting())).build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(patience.connecting()))
                .setSocketTimeout(Timeout.of(patience.silence()))
                .setTimeToLive(TimeValue.of(LIFE))
                .setValidateAfterInactivity(TimeValue.of(IDLE_BEFORE_CHECK))
                .build())
        .build();
  }
}
