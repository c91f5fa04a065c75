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

  /// A table's columns in the order they had last, by its name; empty if nobody changed them.
  List<ColumnPlace> columns(String table);

  void rememberColumns(String table, List<ColumnPlace> columns);

  /// The data folder of the server last started on this computer.
  Optional<Path> hostFolder();

  void rememberHostFolder(Path folder);

  Optional<WindowPlace> window();

  void rememberWindow(WindowPlace place);

  /// A column and its width in pixels.
  record ColumnPlace(String id, long width) {}

  /// Where the window was, in the computer's coordinates.
  record WindowPlace(double x, double y, double width, double height) {}
}
