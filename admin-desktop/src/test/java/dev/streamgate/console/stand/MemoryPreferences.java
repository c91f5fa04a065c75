package dev.streamgate.console.stand;

import dev.streamgate.console.preferences.Preferences;
import dev.streamgate.console.preferences.Preferences.WindowPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Preferences that end with the test.
public final class MemoryPreferences implements Preferences {
  /// The screen of the headless toolkit is narrower than those of the staff.
  private static final WindowPlace WIDE = new WindowPlace(-220, 50, 1440, 900);

  private final List<String> servers = new ArrayList<>();
  private final Map<String, List<ColumnPlace>> columns = new HashMap<>();
  private Optional<String> language = Optional.empty();
  private boolean sounds = true;
  private Optional<WindowPlace> window = Optional.of(WIDE);

  @Override
  public List<String> serverAddresses() {
    return List.copyOf(servers);
  }

  @Override
  public void rememberServer(String address) {
    servers.remove(address);
    servers.addFirst(address);
  }

  @Override
  public Optional<String> language() {
    return language;
  }

  @Override
  public void rememberLanguage(String tag) {
    language = Optional.of(tag);
  }

  @Override
  public boolean sounds() {
    return sounds;
  }

  @Override
  public void rememberSounds(boolean on) {
    sounds = on;
  }

  @Override
  public List<ColumnPlace> columns(String table) {
    return columns.getOrDefault(table, List.of());
  }

  @Override
  public void rememberColumns(String table, List<ColumnPlace> places) {
    columns.put(table, places);
  }

  @Override
  public Optional<Path> hostFolder() {
    return Optional.of(Path.of("/srv/streamgate"));
  }

  @Override
  public void rememberHostFolder(Path folder) {}

  @Override
  public Optional<WindowPlace> window() {
    return window;
  }

  @Override
  public void rememberWindow(WindowPlace place) {
    window = Optional.of(place);
  }
}
