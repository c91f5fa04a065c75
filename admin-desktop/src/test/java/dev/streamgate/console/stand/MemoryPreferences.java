package dev.streamgate.console.stand;

import dev.streamgate.console.preferences.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Preferences that end with the test.
public final class MemoryPreferences implements Preferences {
  private final List<String> servers = new ArrayList<>();
  private Optional<WindowPlace> window = Optional.empty();

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
    return Optional.empty();
  }

  @Override
  public Optional<WindowPlace> window() {
    return window;
  }

  @Override
  public void rememberWindow(WindowPlace place) {
    window = Optional.of(place);
  }
}
