package dev.streamgate.server.foundation;

import java.util.List;

/// The configuration cannot be used; each problem is one line that names its key. Either it is
/// wrong, or what it names cannot be reached at present.
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;
  private final boolean maySolveItself;

  public ConfigurationException(List<String> problems) {
    this(problems, false);
  }

  private ConfigurationException(List<String> problems, boolean maySolveItself) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
    this.maySolveItself = maySolveItself;
  }

  /// What is named cannot be reached, and may be soon.
  public static ConfigurationException atPresent(String problem) {
    return new ConfigurationException(List.of(problem), true);
  }

  public static ConfigurationException of(String problem) {
    return new ConfigurationException(List.of(problem));
  }

  /// The same of another place.
  ///
  /// @param copy what is named, and stands for that
  public ConfigurationException of(String copy, String place) {
    return new ConfigurationException(
        problems.stream().map(it -> it.replace(copy, place)).toList(), maySolveItself);
  }

  /// Whether the same configuration may do later.
  public boolean maySolveItself() {
    return maySolveItself;
  }

  public List<String> problems() {
    return problems;
  }
}
