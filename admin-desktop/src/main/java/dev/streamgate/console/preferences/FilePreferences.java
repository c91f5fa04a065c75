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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Preferences in one properties file, read once and written at every change. A file that cannot be
/// read or written costs only the memory: the console goes on without.
public final class FilePreferences implements Preferences {
  private static final Logger LOG = System.getLogger(FilePreferences.class.getName());
  private static final int MOST_SERVERS = 8;
  private static final String SERVERS = "servers";
  private static final String LANGUAGE = "language";
  private static final String SOUNDS = "sounds";
  private static final String COLUMNS = "columns.";
  private static final Pattern COLUMN = Pattern.compile("(\\w+)=(\\d{1,5})");
  private static final String HOST = "host.folder";
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
  public void rememberLanguage(String tag) {
    store(LANGUAGE, tag);
  }

  @Override
  public boolean sounds() {
    return !"off".equals(values.getProperty(SOUNDS));
  }

  @Override
  public void rememberSounds(boolean on) {
    store(SOUNDS, on ? "on" : "off");
  }

  @Override
  public List<ColumnPlace> columns(String table) {
    String joined = values.getProperty(COLUMNS + table, "");
    return Pattern.compile(" ")
        .splitAsStream(joined)
        .map(COLUMN::matcher)
        .filter(Matcher::matches)
        .map(column -> new ColumnPlace(column.group(1), Long.parseLong(column.group(2))))
        .toList();
  }

  @Override
  public void rememberColumns(String table, List<ColumnPlace> columns) {
    store(
        COLUMNS + table,
        columns.stream()
            .map(column -> column.id() + "=" + column.width())
            .collect(Collectors.joining(" ")));
  }

  @Override
  public Optional<Path> hostFolder() {
    return Optional.ofNullable(values.getProperty(HOST)).map(Path::of);
  }

  @Override
  public void rememberHostFolder(Path folder) {
    store(HOST, folder.toString());
  }

  @Override
  public Optional<WindowPlace> window() {
    List<Double> n = numbers(WINDOW);
    return n.size() == 4
        ? Optional.of(new WindowPlace(n.get(0), n.get(1), n.get(2), n.get(3)))
        : Optional.empty();
  }

  private List<Double> numbers(String key) {
    String joined = values.getProperty(key, "");
    try {
      return joined.isEmpty()
          ? List.of()
          : Arrays.stream(joined.split(" ", -1)).map(Double::valueOf).toList();
    } catch (NumberFormatException e) {
      return List.of();
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

  private synchronized void store(String key, String value) {
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
