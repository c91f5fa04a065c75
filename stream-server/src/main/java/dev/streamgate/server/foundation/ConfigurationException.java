package dev.streamgate.server.foundation;

import java.util.List;

/// The configuration cannot be used; each problem is one line that names its key.
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  public ConfigurationException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  public static ConfigurationException of(String problem) {
    return new ConfigurationException(List.of(problem));
  }

  public List<String> problems() {
    return problems;
  }
}
