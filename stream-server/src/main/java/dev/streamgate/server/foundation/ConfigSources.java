package dev.streamgate.server.foundation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The raw values of the configuration. Later sources win: `application.yaml`, environment,
/// `--KEY=value`. Each key may also be given as `<KEY>_FILE`, the path of a file that holds the
/// value; an empty value counts as not given.
public final class ConfigSources {
  /// Where a value was given, if it was a variable.
  public static final String ENVIRONMENT = "the environment";

  private static final String FILE_SUFFIX = "_FILE";

  private final Map<ConfigKey, String> values = new EnumMap<>(ConfigKey.class);
  private final Map<ConfigKey, String> places = new EnumMap<>(ConfigKey.class);
  private final Set<ConfigKey> unreadable = EnumSet.noneOf(ConfigKey.class);
  private final List<String> problems = new ArrayList<>();
  private boolean isWhole = true;

  /// Adds the keys of a YAML file, if it is there.
  public ConfigSources yaml(Path file) {
    if (!Files.exists(file)) {
      return this;
    }
    try {
      JsonNode root = new YAMLMapper().readTree(Files.readString(file));
      addAll(root, file);
    } catch (JsonProcessingException e) {
      isWhole = false;
      problems.add("Configuration error: " + file + " is not valid YAML.");
    } catch (IOException e) {
      isWhole = false;
      problems.add("Configuration error: " + file + " cannot be read.");
    }
    return this;
  }

  /// A file without a word in it is no object either, and says nothing.
  private void addAll(JsonNode root, Path file) {
    if (!root.isObject() && !root.isMissingNode() && !root.isNull()) {
      problems.add("Configuration error: " + file + " must hold lines such as PORT: 8080.");
    }
    root.properties().forEach(entry -> addNode(entry.getKey(), entry.getValue(), file.toString()));
  }

  private void addNode(String name, JsonNode value, String file) {
    if (value.isContainerNode()) {
      problems.add(
          "Configuration error: "
              + name
              + " in "
              + file
              + " must be one value; separate several by commas.");
    } else {
      addNamed(name, value.isNull() ? "" : value.asText(), file);
    }
  }

  /// Adds what the environment says. Variables that are no key of ours belong to others.
  public ConfigSources environment(Map<String, String> environment) {
    for (ConfigKey key : ConfigKey.values()) {
      Optional.ofNullable(environment.get(key.name() + FILE_SUFFIX))
          .filter(path -> !path.isBlank())
          .ifPresent(path -> addFile(key, path, ENVIRONMENT));
      Optional.ofNullable(environment.get(key.name()))
          .ifPresent(value -> add(key, value, ENVIRONMENT));
    }
    return this;
  }

  /// Adds `--KEY=value` arguments. Secrets are refused here: others can read a command line.
  public ConfigSources arguments(List<String> arguments) {
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--") || equals < 0) {
        problems.add("Configuration error: " + argument + " must be --KEY=value.");
        continue;
      }
      String name = argument.substring(2, equals);
      if (keyNamed(name).filter(ConfigKey::isSecret).isPresent()) {
        problems.add(
            "Configuration error: "
                + name
                + " must not be given on the command line; use "
                + "the environment or "
                + name
                + "_FILE.");
      } else {
        addNamed(name, argument.substring(equals + 1), "the command line");
      }
    }
    return this;
  }

  /// Where the value of a key was given, such as `application.yaml` or {@link #ENVIRONMENT}; empty
  /// if it was not given.
  public Optional<String> placeOf(ConfigKey key) {
    return Optional.ofNullable(places.get(key));
  }

  /// Whether no file of keys failed to be read, so that what is not given surely is not.
  public boolean isWhole() {
    return isWhole;
  }

  Optional<String> get(ConfigKey key) {
    return Optional.ofNullable(values.get(key));
  }

  /// Whether a value was given, even one that could not be read.
  boolean isNamed(ConfigKey key) {
    return values.containsKey(key) || unreadable.contains(key);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  private void addNamed(String name, String value, String source) {
    Optional<ConfigKey> key = keyNamed(name);
    if (key.isPresent()) {
      add(key.get(), value, source);
      return;
    }
    Optional<ConfigKey> fileKey =
        name.endsWith(FILE_SUFFIX)
            ? keyNamed(name.substring(0, name.length() - FILE_SUFFIX.length()))
            : Optional.empty();
    fileKey.ifPresentOrElse(
        found -> addFile(found, value, source),
        () -> problems.add("Configuration error: " + name + " in " + source + " is not a key."));
  }

  private void add(ConfigKey key, String value, String source) {
    if (!value.isBlank()) {
      values.put(key, value.strip());
      places.put(key, source);
    }
  }

  private void addFile(ConfigKey key, String path, String source) {
    try {
      add(key, Files.readString(Path.of(path)), path + ", which " + source + " names");
    } catch (IOException | InvalidPathException e) {
      unreadable.add(key);
      places.put(key, source);
      problems.add(
          "Configuration error: " + key + FILE_SUFFIX + " must be the path of a readable file.");
    }
  }

  Set<ConfigKey> unreadable() {
    return Set.copyOf(unreadable);
  }

  private static Optional<ConfigKey> keyNamed(String name) {
    for (ConfigKey key : ConfigKey.values()) {
      if (key.name().equals(name)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }
}
