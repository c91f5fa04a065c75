package dev.streamgate.server.foundation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
  /// The variables of whoever starts the program.
  public static final String ENVIRONMENT = "the environment";

  /// The arguments of whoever starts the program.
  public static final String COMMAND_LINE = "the command line";

  private static final String FILE_SUFFIX = "_FILE";

  private final Map<ConfigKey, String> values = new EnumMap<>(ConfigKey.class);
  private final Map<ConfigKey, ConfigPlace> places = new EnumMap<>(ConfigKey.class);
  private final Set<ConfigKey> unreadable = EnumSet.noneOf(ConfigKey.class);
  private final List<ConfigProblem> problems = new ArrayList<>();
  private boolean isWhole = true;

  /// Adds the keys of a YAML file, if it is there.
  public ConfigSources yaml(Path file) {
    if (!Files.exists(file)) {
      return this;
    }
    try {
      JsonNode root = new YAMLMapper().readTree(Files.readString(file));
      addAll(root, file.toString());
    } catch (JsonProcessingException e) {
      refuseAll(file.toString(), file + " is not valid YAML.");
    } catch (IOException e) {
      refuseAll(file.toString(), file + " cannot be read.");
    }
    return this;
  }

  /// A file without a word in it is no object either, and says nothing.
  private void addAll(JsonNode root, String file) {
    if (!root.isObject() && !root.isMissingNode() && !root.isNull()) {
      refuseAll(file, file + " must hold lines such as PORT: 8080.");
    }
    root.properties().forEach(entry -> addNode(entry.getKey(), entry.getValue(), file));
  }

  private void addNode(String name, JsonNode value, String file) {
    if (value.isContainerNode()) {
      refuse(
          ConfigPlace.of(file, name),
          name + " in " + file + " must be one value; separate several by commas.");
    } else {
      addNamed(name, value.isNull() ? "" : value.asText(), file);
    }
  }

  /// Adds what the environment says. Variables that are no key of ours belong to others.
  public ConfigSources environment(Map<String, String> environment) {
    for (ConfigKey key : ConfigKey.values()) {
      for (String name : List.of(key + FILE_SUFFIX, key.name())) {
        Optional.ofNullable(environment.get(name))
            .ifPresent(value -> addNamed(name, value, ENVIRONMENT));
      }
    }
    return this;
  }

  /// Adds `--KEY=value` arguments. Secrets are refused here: others can read a command line.
  public ConfigSources arguments(List<String> arguments) {
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--") || equals < 0) {
        refuseAll(COMMAND_LINE, argument + " must be --KEY=value.");
        continue;
      }
      String name = argument.substring(2, equals);
      if (keyNamed(name).filter(ConfigKey::isSecret).isPresent()) {
        refuse(
            ConfigPlace.of(COMMAND_LINE, name),
            name
                + " must not be given on the command line; use the environment or "
                + name
                + "_FILE.");
      } else {
        addNamed(name, argument.substring(equals + 1), COMMAND_LINE);
      }
    }
    return this;
  }

  /// Whether everything that was given is known to belong to some key, so that what is not given
  /// surely is not.
  boolean isWhole() {
    return isWhole;
  }

  Optional<String> get(ConfigKey key) {
    return Optional.ofNullable(values.get(key));
  }

  /// Where the value of a key was given; empty if it was not.
  Optional<ConfigPlace> placeOf(ConfigKey key) {
    return Optional.ofNullable(places.get(key));
  }

  /// Whether a value was given, even one that could not be read.
  boolean isNamed(ConfigKey key) {
    return values.containsKey(key) || unreadable.contains(key);
  }

  /// The keys of which what was given last could not be read, also by a slip in the name.
  Set<ConfigKey> unreadable() {
    return Set.copyOf(unreadable);
  }

  List<ConfigProblem> problems() {
    return List.copyOf(problems);
  }

  private void addNamed(String name, String value, String source) {
    ConfigPlace place = ConfigPlace.of(source, name);
    Optional<ConfigKey> key = keyOf(name);
    if (key.isEmpty()) {
      refuse(place, name + " in " + source + " is not a key.");
    } else if (!value.isBlank()) {
      addGiven(key.get(), value, place);
    }
  }

  private void addGiven(ConfigKey key, String value, ConfigPlace place) {
    if (place.name().filter(key.name()::equals).isPresent()) {
      add(key, value, place);
    } else {
      addFile(key, value, place);
    }
  }

  private void addFile(ConfigKey key, String path, ConfigPlace place) {
    try {
      String value = Files.readString(Path.of(path));
      if (!value.isBlank()) {
        add(key, value, ConfigPlace.allOf(path + ", which " + place.source() + " names"));
      }
    } catch (IOException | InvalidPathException e) {
      refuse(place, key + FILE_SUFFIX + " must be the path of a readable file.");
    }
  }

  private void add(ConfigKey key, String value, ConfigPlace place) {
    values.put(key, value.strip());
    places.put(key, place);
    unreadable.remove(key);
  }

  /// Refuses one setting; without a key that it may be meant for it may be meant for any.
  private void refuse(ConfigPlace place, String problem) {
    place
        .name()
        .flatMap(ConfigSources::meantBy)
        .ifPresentOrElse(unreadable::add, () -> isWhole = false);
    problems.add(new ConfigProblem("Configuration error: " + problem, Optional.of(place)));
  }

  /// Refuses what may be meant for any key.
  private void refuseAll(String source, String problem) {
    refuse(ConfigPlace.allOf(source), problem);
  }

  private static Optional<ConfigKey> meantBy(String name) {
    return keyOf(name).or(() -> KeySpelling.nearly(name).flatMap(ConfigSources::keyOf));
  }

  /// The key whose value a name gives, by itself or by the path of a file.
  private static Optional<ConfigKey> keyOf(String name) {
    return keyNamed(name)
        .or(() ->
            name.endsWith(FILE_SUFFIX)
                ? keyNamed(name.substring(0, name.length() - FILE_SUFFIX.length()))
                : Optional.empty());
  }

  private static Optional<ConfigKey> keyNamed(String name) {
    return Arrays.stream(ConfigKey.values()).filter(key -> key.name().equals(name)).findFirst();
  }
}
