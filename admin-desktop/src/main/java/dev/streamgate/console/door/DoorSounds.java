package dev.streamgate.console.door;

import dev.streamgate.console.desktop.Sounds;
import dev.streamgate.console.preferences.Preferences;

/// A sound with each verdict, if the staff want one.
public record DoorSounds(Sounds sounds, Preferences preferences) {
  void play(DoorVerdict.Tone tone) {
    if (!preferences.sounds()) {
      return;
    }
    switch (tone) {
      case GOOD -> sounds.good();
      case CAREFUL, LATER, BAD, UNKNOWN, AWAY -> sounds.bad();
      case READY, BUSY -> {}
    }
  }
}
