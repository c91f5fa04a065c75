package dev.streamgate.console.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of one package in one language. Values are `MessageFormat` patterns: an apostrophe is
/// written twice.
public record Catalogue(ResourceBundle words, Locale locale) {
  /// The text under `key`, with `{0}`, `{1}` … filled in.
  ///
  /// @throws java.util.MissingResourceException if there is no such key; a test finds these first
  public String get(String key, Object... values) {
    return new MessageFormat(words.getString(key), locale).format(values);
  }
}
