package dev.streamgate.console.door;

import dev.streamgate.model.sessions.SessionView;
import java.util.Locale;
import java.util.Optional;

/// What the door sees: a word that tells all, and the little that may follow it.
///
/// @param released the session that "Release" ends; empty if there is nothing to release
public record DoorVerdict(
    Tone tone, String headline, String details, Optional<SessionView> released) {
  /// How it looks and sounds.
  public enum Tone {
    READY("fth-hash"),
    BUSY("fth-loader"),
    GOOD("fth-check-circle"),
    CAREFUL("fth-user-x"),
    LATER("fth-clock"),
    BAD("fth-x-circle"),
    UNKNOWN("fth-help-circle"),
    AWAY("fth-wifi-off");

    private final String icon;

    Tone(String icon) {
      this.icon = icon;
    }

    public String icon() {
      return icon;
    }

    /// The name of its style.
    public String style() {
      return "door-" + name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether the next key begins a new code.
  public boolean isAnswer() {
    return tone != Tone.READY && tone != Tone.BUSY;
  }
}
