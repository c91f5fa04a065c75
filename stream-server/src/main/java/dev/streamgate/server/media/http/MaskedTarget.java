package dev.streamgate.server.media.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A request's path and query as they may be logged: every credential in them reads `***` (Spec,
/// media §9).
final class MaskedTarget {
  private static final String MASK = "***";
  private static final Set<String> SECRET_PARAMETERS =
      Set.of("__token", "token", "signature", "bcdn_token", "code", "search");

  /// Whatever looks like a signed token, and the value of a directory token, wherever they stand.
  private static final Pattern SECRET_IN_PATH =
      Pattern.compile("eyJ[A-Za-z0-9_=.-]{20,}|(?<=bcdn_token=)[^&/]*");

  private static final Pattern VALUE = Pattern.compile("(?<==)[^&/]+");

  private MaskedTarget() {}

  /// @param query the raw query, empty if there is none
  static String of(String rawPath, String query) {
    String path = maskTokens(rawPath);
    return query.isEmpty() ? path : path + "?" + maskQuery(query);
  }

  private static String maskQuery(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(MaskedTarget::maskParameter)
        .collect(Collectors.joining("&"));
  }

  private static String maskParameter(String parameter) {
    int equals = parameter.indexOf('=');
    return equals >= 0 && isSecret(parameter.substring(0, equals))
        ? parameter.substring(0, equals + 1) + MASK
        : maskTokens(parameter);
  }

  /// A name may come percent-encoded; one that cannot be decoded hides its value to be safe.
  private static boolean isSecret(String name) {
    try {
      String plain = URLDecoder.decode(name, StandardCharsets.UTF_8);
      return SECRET_PARAMETERS.contains(plain.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  /// Looks closely only at what may hold one. Where names are written in other letters than they
  /// need, everything behind an equals sign is hidden.
  private static String maskTokens(String text) {
    if (text.indexOf('%') >= 0 && text.indexOf('=') >= 0) {
      return VALUE.matcher(text).replaceAll(MASK);
    }
    if (!text.contains("eyJ") && !text.contains("bcdn_token")) {
      return text;
    }
    return SECRET_IN_PATH.matcher(text).replaceAll(MASK);
  }
}
