package dev.streamgate.server.media.client;

import dev.streamgate.server.media.SourceMetrics;
import dev.streamgate.server.media.SourceMetrics.UpstreamResult;
import dev.streamgate.server.media.SourceUnavailableException;
import dev.streamgate.server.media.Upstream;
import dev.streamgate.server.media.UpstreamFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;

/// Fetches files by HTTP and HTTPS, following at most three redirects, each of them to an address
/// that is checked like the first (Spec, media §4, §5).
public final class HttpUpstream implements Upstream, AutoCloseable {
  private static final int REDIRECTS = 3;

  private final CloseableHttpClient client;
  private final SourceMetrics metrics;

  /// @param exempt hosts exempt from the address guard
  public HttpUpstream(
      NameResolver names, Collection<String> exempt, Patience patience, SourceMetrics metrics) {
    this.client = UpstreamConnections.open(new AddressGuard(names, exempt), patience);
    this.metrics = metrics;
  }

  @Override
  public Optional<UpstreamFile> get(URI address) throws SourceUnavailableException {
    return ask("GET", address);
  }

  @Override
  public Optional<UpstreamFile> head(URI address) throws SourceUnavailableException {
    return ask("HEAD", address);
  }

  /// Breaks off all conversations.
  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing upstream connections", e);
    }
  }

  private Optional<UpstreamFile> ask(String method, URI address) throws SourceUnavailableException {
    try {
      return follow(method, address);
    } catch (SourceUnavailableException | ForbiddenTargetException e) {
      metrics.upstreamAsked(UpstreamResult.REFUSED);
      throw unavailable(address, e);
    } catch (IOException e) {
      metrics.upstreamAsked(UpstreamResult.UNREACHABLE);
      throw unavailable(address, e);
    }
  }

  private Optional<UpstreamFile> follow(String method, URI address) throws IOException {
    URI target = address;
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      ClassicHttpResponse response = send(method, target);
      switch (Answer.of(response)) {
        case FILE -> {
          metrics.upstreamAsked(UpstreamResult.OK);
          return Optional.of(new UpstreamResponse(response));
        }
        case NONE -> {
          response.close();
          metrics.upstreamAsked(UpstreamResult.MISSING);
          return Optional.empty();
        }
        case ELSEWHERE -> target = redirected(target, response);
        case REFUSAL -> {
          response.close();
          throw new SourceUnavailableException("status " + response.getCode());
        }
      }
    }
    throw new SourceUnavailableException("more than " + REDIRECTS + " redirects");
  }

  private ClassicHttpResponse send(String method, URI target) throws IOException {
    String scheme = String.valueOf(target.getScheme());
    if (target.getHost() == null || !scheme.matches("(?i)https?")) {
      throw new SourceUnavailableException("not an http or https address");
    }
    HttpUriRequestBase request = new HttpUriRequestBase(method, target);
    request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
    return client.executeOpen(HttpHost.create(target), request, null);
  }

  private static URI redirected(URI from, ClassicHttpResponse response) throws IOException {
    Header location = response.getFirstHeader(HttpHeaders.LOCATION);
    response.close();
    try {
      return from.resolve(location.getValue());
    } catch (IllegalArgumentException e) {
      throw new SourceUnavailableException("a redirect to nowhere", e);
    }
  }

  /// The address itself stays out of messages: staff may have put a secret into it.
  private static SourceUnavailableException unavailable(URI address, IOException cause) {
    return new SourceUnavailableException("asking " + address.getHost(), cause);
  }

  private enum Answer {
    FILE,
    NONE,
    ELSEWHERE,
    REFUSAL;

    static Answer of(ClassicHttpResponse response) {
      return switch (response.getCode()) {
        case 200 -> isPlain(response) ? FILE : REFUSAL;
        case 404, 410 -> NONE;
        case 301, 302, 303, 307, 308 ->
            response.containsHeader(HttpHeaders.LOCATION) ? ELSEWHERE : REFUSAL;
        default -> REFUSAL;
      };
    }

    /// A server that compresses what it was asked to leave alone sends other bytes than the file's.
    private static boolean isPlain(ClassicHttpResponse response) {
      Header coding = response.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
      return coding == null || coding.getValue().equalsIgnoreCase("identity");
    }
  }
}
