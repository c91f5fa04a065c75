package dev.streamgate.console.settings;

import java.util.Locale;

/// How the whole console comes to speak another language.
public interface LanguageSwitch {
  /// Does `agreed` and speaks it, unless the staff decline to lose what they are at; then
  /// `declined`.
  void to(Locale language, Runnable agreed, Runnable declined);
}
