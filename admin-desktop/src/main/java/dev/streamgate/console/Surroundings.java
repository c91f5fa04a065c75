package dev.streamgate.console;

import dev.streamgate.console.api.ServerApis;
import dev.streamgate.console.desktop.Desktop;
import dev.streamgate.console.host.ServerProgram;
import dev.streamgate.console.preferences.Preferences;
import dev.streamgate.console.task.TaskRunner;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/// Everything the console needs from outside itself. Tests hand in their own.
///
/// @param server the address to propose; without one, the last server signed in to
/// @param program the server that can be started on this computer
public record Surroundings(
    ServerApis apis,
    TaskRunner tasks,
    Desktop desktop,
    Preferences preferences,
    Place place,
    Optional<String> server,
    ServerProgram program) {
  /// The time, the time zone of the staff, and the language they read.
  public record Place(InstantSource now, ZoneId zone, String language) {}
}
