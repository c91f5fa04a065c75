package dev.streamgate.server.media;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The parameters by which a low-latency player asks for a playlist of the future (RFC 8216bis
/// §6.2.5). Of a viewer's query they alone reach an upstream server (Spec, amendments).
///
/// @param query the directives in one order, without `?`; empty if there are none
public record DeliveryDirectives(String query) {
  public static final DeliveryDirectives NONE = new DeliveryDirectives("");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");
  private static final Pattern SKIP = Pattern.compile("YES|v2");

  /// Reads them from a request.
  ///
  /// @param parameters looks up a decoded query parameter; values of any other form do not count
  public static DeliveryDirectives of(Function<String, Optional<String>> parameters) {
    String query =
        Stream.of(
                directive("_HLS_msn", NUMBER, parameters),
                directive("_HLS_part", NUMBER, parameters),
                directive("_HLS_skip", SKIP, parameters))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? NONE : new DeliveryDirectives(query);
  }

  private static Optional<String> directive(
      String name, Pattern form, Function<String, Optional<String>> parameters) {
    return parameters
        .apply(name)
        .filter(value -> form.matcher(value).matches())
        .map(value -> name + "=" + value);
  }
}
