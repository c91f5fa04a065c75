package dev.streamgate.console.preferences;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// Preferences in one properties file, read once and written at every change. A file that cannot be
/// read or written costs only the memory: the console goes on without.
public final class FilePreferences implements Preferences {
  private static final Logger LOG = System.getLogger(FilePreferences.class.getName());
  private static final int MOST_SERVERS = 8;
  private static final String SERVERS = "servers";
  private static final String LANGUAGE = "language";
  private static final String WINDOW = "window";

  private final Path file;
  private final Properties values = new Properties();

  public FilePreferences(Path file) {
    this.file = file;
    load();
  }

  @Override
  public List<String> serverAddresses() {
    String joined = values.getProperty(SERVERS, "");
    return joined.isEmpty() ? List.of() : List.of(joined.split(" ", -1));
  }

  @Override
  public void rememberServer(String address) {
    List<String> addresses = new ArrayList<>(serverAddresses());
    addresses.remove(address);
    addresses.addFirst(address);
    store(SERVERS, String.join(" ", addresses.stream().limit(MOST_SERVERS).toList()));
  }

  @Override
  public Optional<String> language() {
    return Optional.ofNullable(values.getProperty(LANGUAGE));
  }

  @Override
  public Optional<WindowPlace> window() {
    String[] parts = values.getProperty(WINDOW, "").split(" ", -1);
    try {
      double[] n = Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
      return n.length == 4
          ? Optional.of(new WindowPlace(n[0], n[1], n[2], n[3]))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public void rememberWindow(WindowPlace place) {
    store(WINDOW, "%s %s %s %s".formatted(place.x(), place.y(), place.width(), place.height()));
  }

  private void load() {
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        values.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        LOG.log(Level.WARNING, "reading {0}: {1}", file, e);
      }
    }
  }

  private void store(String key, String value) {
    values.setProperty(key, value);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (Writer writer = Files.newBufferedWriter(file)) {
        values.store(writer, "StreamGate staff console");
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "writing {0}: {1}", file, e);
    }
  }
}
