package dev.streamgate.server.events.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The title a requester typed to confirm a deletion, from the header `X-Confirm-Delete`: plain, or
/// percent-encoded UTF-8 where it has symbols that headers do not carry (RFC 9110 §5.5).
record TypedTitle(Set<String> readings) {
  private static final HeaderName CONFIRM_DELETE = HeaderNames.create("X-Confirm-Delete");

  static TypedTitle of(ServerRequest request) {
    return new TypedTitle(
        request.headers().value(CONFIRM_DELETE).stream()
            .flatMap(TypedTitle::readings)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /// Whether the requester typed exactly this title.
  boolean confirms(String title) {
    return readings.contains(title);
  }

  private static Stream<String> readings(String header) {
    return Stream.concat(
        Stream.of(header, utf8(header)).map(String::strip), percentDecoded(header).stream());
  }

  /// The text of a header whose bytes were meant as UTF-8 but read as ISO 8859-1.
  private static String utf8(String header) {
    return new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static Optional<String> percentDecoded(String header) {
    try {
      return Optional.of(
          URLDecoder.decode(header.strip().replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
