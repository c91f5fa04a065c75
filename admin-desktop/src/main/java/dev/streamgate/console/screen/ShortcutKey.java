package dev.streamgate.console.screen;

import dev.streamgate.console.text.Catalogue;
import java.util.Locale;

/// The key of shortcuts as the keyboard of this computer has it: Ctrl, or on a Mac Command.
///
/// @param isMac whether it is a Mac
public record ShortcutKey(Catalogue texts, boolean isMac) {
  /// The key on a computer of some kind.
  ///
  /// @param system the name of the operating system, as Java tells it
  public static ShortcutKey on(String system, Catalogue texts) {
    return new ShortcutKey(texts, system.toLowerCase(Locale.ROOT).startsWith("mac"));
  }

  /// How a shortcut is written, for example `Ctrl+R`.
  public String with(String key) {
    return isMac ? "\u2318" + key : texts.get("ctrl") + "+" + key;
  }
}
