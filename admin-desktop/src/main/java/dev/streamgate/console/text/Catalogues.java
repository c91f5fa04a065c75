package dev.streamgate.console.text;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The catalogues of all packages in one language. A package `tickets` keeps its words in
/// `tickets/tickets.properties` and `tickets/tickets_de.properties`.
public record Catalogues(Locale locale) {
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  /// The catalogues for a language tag; any language but the offered ones reads English.
  public static Catalogues in(String languageTag) {
    String language = Locale.forLanguageTag(languageTag).getLanguage();
    return new Catalogues(
        LANGUAGES.stream()
            .filter(offered -> offered.getLanguage().equals(language))
            .findFirst()
            .orElse(Locale.ENGLISH));
  }

  /// The catalogue of the package of `type`.
  public Catalogue of(Class<?> type) {
    String home = type.getPackageName();
    String bundle = home + home.substring(home.lastIndexOf('.'));
    // English lies in the root bundle; without a fallback the computer's language stays out of it.
    ResourceBundle.Control noFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new Catalogue(ResourceBundle.getBundle(bundle, locale, noFallback), locale);
  }
}
