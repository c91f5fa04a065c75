package dev.streamgate.console.preferences;

import java.util.List;
import java.util.Optional;

/// What the console remembers between two starts. Never a password or a sign-in token.
public interface Preferences {
  /// The servers signed in to, the last one first.
  List<String> serverAddresses();

  /// Puts `address` first.
  void rememberServer(String address);

  /// The language tag the staff chose, if they did.
  Optional<String> language();

  Optional<WindowPlace> window();

  void rememberWindow(WindowPlace place);

  /// Where the window was, in the computer's coordinates.
  record WindowPlace(double x, double y, double width, double height) {}
}
