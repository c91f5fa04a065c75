package dev.streamgate.console.preferences;

import java.nio.file.Path;
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

  void rememberLanguage(String tag);

  /// Whether the door makes sounds.
  boolean sounds();

  void rememberSounds(boolean on);

  /// The widths of a table's columns as they were last, by its name; empty if nobody changed them.
  List<Double> columns(String table);

  void rememberColumns(String table, List<Double> widths);

  /// The data folder of the server last started on this computer.
  Optional<Path> hostFolder();

  void rememberHostFolder(Path folder);

  Optional<WindowPlace> window();

  void rememberWindow(WindowPlace place);

  /// Where the window was, in the computer's coordinates.
  record WindowPlace(double x, double y, double width, double height) {}
}
