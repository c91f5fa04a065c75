package dev.streamgate.server.foundation;

import dev.streamgate.server.foundation.http1.RequestHead;
import io.helidon.webserver.http.ServerRequest;
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

  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
  private static final String FORWARDED_HOST = "X-Forwarded-Host";
  private static final String ORIGIN = "Origin";

  /// Headers by which a proxy on this machine gives itself away, whether we trust it or not.
  private static final List<String> PROXY_MARKS =
      List.of(FORWARDED_FOR, FORWARDED_PROTO, FORWARDED_HOST, "Forwarded", "Via", "X-Real-IP");

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
  public String clientAddress(RequestHead request) {
    String peer = request.peerAddress();
    if (request.header(FORWARDED_FOR).isEmpty()) {
      return peer;
    }
    if (!proxies.trusts(peer)) {
      noteIgnored(FORWARDED_FOR, peer);
      return peer;
    }
    return proxies.clientOf(peer, hops(request));
  }

  public String clientAddress(ServerRequest request) {
    return clientAddress(new RoutedHead(request));
  }

  /// Whether the client itself came by HTTPS.
  public boolean isHttps(RequestHead request) {
    return forwarded(request, FORWARDED_PROTO)
        .map("https"::equalsIgnoreCase)
        .orElse(request.isSecure());
  }

  public boolean isHttps(ServerRequest request) {
    return isHttps(new RoutedHead(request));
  }

  /// The origin under which the client reached us, for example `https://gate.example.com`.
  public String origin(RequestHead request) {
    return publicOrigin.orElseGet(() -> ownOrigin(request));
  }

  public String origin(ServerRequest request) {
    return origin(new RoutedHead(request));
  }

  private String ownOrigin(RequestHead request) {
    String host = forwarded(request, FORWARDED_HOST).orElseGet(() -> request.authority());
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
  public boolean isSameOriginIfSent(RequestHead request) {
    return request.header(ORIGIN).map(sent -> sent.equalsIgnoreCase(origin(request))).orElse(true);
  }

  public boolean isSameOriginIfSent(ServerRequest request) {
    return isSameOriginIfSent(new RoutedHead(request));
  }

  /// Whether a program on this machine asks for itself, not for somebody behind a proxy.
  boolean isDirectLoopback(RequestHead request) {
    return request.isPeerLoopback() && bearsNoProxyMark(request);
  }

  /// Like {@link #isDirectLoopback}, also where this server listens on one of the machine's other
  /// addresses alone: then a program on this machine comes from that address.
  boolean isDirectNeighbour(RequestHead request) {
    return (request.isPeerLoopback() || request.isPeerAtOwnAddress()) && bearsNoProxyMark(request);
  }

  private static boolean bearsNoProxyMark(RequestHead request) {
    return PROXY_MARKS.stream().allMatch(mark -> request.headers(mark).isEmpty());
  }

  /// The last value: a proxy may pass on what it was sent and add its own behind it.
  private Optional<String> forwarded(RequestHead request, String name) {
    if (request.header(name).isEmpty()) {
      return Optional.empty();
    }
    String peer = request.peerAddress();
    if (!proxies.trusts(peer)) {
      noteIgnored(name, peer);
      return Optional.empty();
    }
    return elements(request, name)
        .map(String::strip)
        .reduce((_, last) -> last)
        .filter(it -> !it.isEmpty());
  }

  /// Tells the operator of the first header that is not believed: more often than an impostor it is
  /// a proxy that the configuration forgot.
  private void noteIgnored(String name, String peer) {
    if (!warned.get() && warned.compareAndSet(false, true)) {
      String sentence =
          "%s sends %s but is not named in TRUSTED_PROXIES; the header is ignored"
              .formatted(peer, name);
      warnings = List.of(sentence);
      LOG.warn("{}", sentence);
    }
  }

  private static List<String> hops(RequestHead request) {
    return elements(request, FORWARDED_FOR).toList();
  }

  /// What a header lists, on however many lines.
  private static Stream<String> elements(RequestHead request, String name) {
    return request.headers(name).stream().flatMap(line -> Arrays.stream(line.split(",", -1)));
  }
}
