package dev.streamgate.server.settings;

import dev.streamgate.model.text.PlainText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What each setting may be, and its form as text, in which it is kept: languages are separated by
/// commas, and no support contact is an empty one.
public final class SettingRules {
  /// Characters.
  public static final int LONGEST_NAME = 100;

  /// Characters.
  public static final int LONGEST_CONTACT = 200;

  public static final int MOST_REFUSED = 10_000;
  public static final int MOST_TOTAL = 1_000_000;

  /// The languages there are texts in.
  public static final List<String> LANGUAGES = List.of("en", "de");

  private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"']+@[^\\s@<>\"']+");

  private SettingRules() {}

  /// `values` with one of them read from text; empty if it may not be this.
  static Optional<SettingValues> read(SettingValues values, SettingKey key, String text) {
    return switch (key) {
      case APP_NAME -> name(text).map(values::withAppName);
      case SUPPORT_CONTACT -> contact(text).map(values::withSupportContact);
      case LANGUAGES -> languages(text).map(values::withLanguages);
      case VALIDATE_REFUSED_PER_MINUTE ->
          number(text, MOST_REFUSED).map(values::withRefusedPerMinute);
      case VALIDATE_TOTAL_PER_MINUTE -> number(text, MOST_TOTAL).map(values::withTotalPerMinute);
    };
  }

  static String text(SettingValues values, SettingKey key) {
    return switch (key) {
      case APP_NAME -> values.appName();
      case SUPPORT_CONTACT -> values.supportContact().orElse("");
      case LANGUAGES -> String.join(",", values.languages());
      case VALIDATE_REFUSED_PER_MINUTE -> Integer.toString(values.refusedPerMinute());
      case VALIDATE_TOTAL_PER_MINUTE -> Integer.toString(values.totalPerMinute());
    };
  }

  private static Optional<String> name(String text) {
    return Optional.of(PlainText.line(text))
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME);
  }

  /// A contact, or an empty text for none.
  private static Optional<String> contact(String text) {
    return Optional.of(PlainText.line(text))
        .filter(it -> it.length() <= LONGEST_CONTACT)
        .filter(it -> it.isEmpty() || MAIL.matcher(it).matches() || isWebAddress(it));
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static Optional<List<String>> languages(String text) {
    List<String> wanted = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    return Optional.of(wanted)
        .filter(LANGUAGES::containsAll)
        .filter(it -> it.stream().distinct().count() == it.size());
  }

  private static Optional<Integer> number(String text, int most) {
    try {
      return Optional.of(Integer.parseInt(text)).filter(number -> number >= 1 && number <= most);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
