package dev.streamgate.server.insight;

import dev.streamgate.model.insight.ConsoleMessage;
import java.util.List;

/// One thing consoles are told about. Used by one thread only.
public interface Sight {
  /// Begins to look, after a time when nobody was to be told.
  void begin();

  /// What has changed since the last look, or since the beginning.
  List<ConsoleMessage> look();

  /// How things stood at the last look, for a console that has just come. Nothing if changes are
  /// all there is to tell.
  List<ConsoleMessage> whole();
}
