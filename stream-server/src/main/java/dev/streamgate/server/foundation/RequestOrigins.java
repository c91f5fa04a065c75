package dev.streamgate.server.foundation;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a request comes from and under which address it reached us. Forwarded headers count only
/// when the peer is a trusted proxy (Spec, rules §6).
public final class RequestOrigins {
  private static final Logger LOG = LoggerFactory.getLogger(RequestOrigins.class);

  private static final HeaderName FORWARDED_FOR = HeaderNames.create("X-Forwarded-For");
  private static final HeaderName FORWARDED_PROTO = HeaderNames.create("X-Forwarded-Proto");
  private static final HeaderName FORWARDED_HOST = HeaderNames.create("X-Forwarded-Host");

  /// Headers by which a proxy on this machine gives itself away, whether we trust it or not.
  private static final List<HeaderName> PROXY_MARKS =
      List.of(
          FORWARDED_FOR,
          FORWARDED_PROTO,
          FORWARDED_HOST,
          HeaderNames.FORWARDED,
          HeaderNames.VIA,
          HeaderNames.create("X-Real-IP"));

  private final TrustedProxies proxies;
  private final Optional<String> publicOrigin;
  private final AtomicBoolean warned = new AtomicBoolean();
  private volatile List<String> warnings = List.of();

  /// Takes every request's origin from the request.
  public RequestOrigins(TrustedProxies proxies) {
    this(proxies, Optional.empty());
  }

  /// @param publicOrigin the origin the operator named, which then stands for every request's
  public RequestOrigins(TrustedProxies proxies, Optional<String> publicOrigin) {
    this.proxies = proxies;
    this.publicOrigin = publicOrigin;
  }

  /// What the operator should know of: at most one sentence about a peer whose forwarded headers
  /// were ignored.
  public List<String> warnings() {
    return warnings;
  }

  /// The client's address, as a literal.
  public String clientAddress(ServerRequest request) {
    String peer = peer(request);
    if (!proxies.trusts(peer)) {
      noteIgnored(FORWARDED_FOR, request, peer);
      return peer;
    }
    return proxies.clientOf(peer, hops(request));
  }

  /// Whether the client itself came by HTTPS.
  public boolean isHttps(ServerRequest request) {
    return forwarded(request, FORWARDED_PROTO)
        .map("https"::equalsIgnoreCase)
        .orElse(request.isSecure());
  }

  /// The origin under which the client reached us, for example `https://gate.example.com`.
  public String origin(ServerRequest request) {
    return publicOrigin.orElseGet(() -> ownOrigin(request));
  }

  private String ownOrigin(ServerRequest request) {
    String host =
        forwarded(request, FORWARDED_HOST).orElseGet(() -> request.requestedUri().authority());
    return isHttps(request)
        ? "https://" + withoutPort(host, ":443")
        : "http://" + withoutPort(host, ":80");
  }

  /// Browsers leave out the port that goes without saying (RFC 6454 §6.1).
  private static String withoutPort(String host, String usual) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(usual) && !lower.endsWith(":" + usual)
        ? lower.substring(0, lower.length() - usual.length())
        : lower;
  }

  /// Whether the request carries no Origin header, or the origin it was sent to.
  public boolean isSameOriginIfSent(ServerRequest request) {
    return request
        .headers()
        .value(HeaderNames.ORIGIN)
        .map(sent -> sent.equalsIgnoreCase(origin(request)))
        .orElse(true);
  }

  /// Whether a program on this machine asks for itself, not for somebody behind a proxy.
  boolean isDirectLoopback(ServerRequest request) {
    return request.remotePeer().address() instanceof InetSocketAddress address
        && address.getAddress().isLoopbackAddress()
        && PROXY_MARKS.stream().noneMatch(request.headers()::contains);
  }

  /// Like {@link #isDirectLoopback}, also where this server listens on one of the machine's other
  /// addresses alone: then a program on this machine comes from that address.
  boolean isDirectNeighbour(ServerRequest request) {
    boolean isSameAddress =
        request.remotePeer().address() instanceof InetSocketAddress remote
            && request.localPeer().address() instanceof InetSocketAddress local
            && (remote.getAddress().isLoopbackAddress()
                || remote.getAddress().equals(local.getAddress()));
    return isSameAddress && PROXY_MARKS.stream().noneMatch(request.headers()::contains);
  }

  /// The last value: a proxy may pass on what it was sent and add its own behind it.
  private Optional<String> forwarded(ServerRequest request, HeaderName name) {
    String peer = peer(request);
    if (!proxies.trusts(peer)) {
      noteIgnored(name, request, peer);
      return Optional.empty();
    }
    return elements(request, name)
        .map(String::strip)
        .reduce((_, last) -> last)
        .filter(it -> !it.isEmpty());
  }

  /// Tells the operator of the first header that is not believed: more often than an impostor it is
  /// a proxy that the configuration forgot.
  private void noteIgnored(HeaderName name, ServerRequest request, String peer) {
    if (!warned.get() && request.headers().contains(name) && warned.compareAndSet(false, true)) {
      String sentence =
          "%s sends %s but is not named in TRUSTED_PROXIES; the header is ignored"
              .formatted(peer, name.defaultCase());
      warnings = List.of(sentence);
      LOG.warn("{}", sentence);
    }
  }

  private static List<String> hops(ServerRequest request) {
    return elements(request, FORWARDED_FOR).toList();
  }

  /// What a header lists, on however many lines.
  private static Stream<String> elements(ServerRequest request, HeaderName name) {
    return request.headers().values(name).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)));
  }

  private static String peer(ServerRequest request) {
    return request.remotePeer().address() instanceof InetSocketAddress address
        ? address.getAddress().getHostAddress()
        : request.remotePeer().host();
  }
}
