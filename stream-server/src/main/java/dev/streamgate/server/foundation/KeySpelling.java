package dev.streamgate.server.foundation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells names of keys from what was meant for one. Any key may be followed by `_FILE`.
public final class KeySpelling {
  private static final int MOST_SLIPS = 2;
  private static final String OWN_PREFIX = "STREAMGATE_";

  /// Read by the launchers and not by the server.
  private static final Set<String> OF_LAUNCHERS =
      Set.of("STREAMGATE_JAVA_OPTS", "STREAMGATE_CALLER");

  private static final Set<String> KEYS =
      Arrays.stream(ConfigKey.values())
          .map(Enum::name)
          .flatMap(key -> Stream.of(key, key + "_FILE"))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> PREFIXES =
      Stream.concat(
              Arrays.stream(ConfigKey.values())
                  .map(Enum::name)
                  .filter(key -> key.contains("_"))
                  .map(key -> key.substring(0, key.indexOf('_') + 1)),
              Stream.of(OWN_PREFIX))
          .collect(Collectors.toUnmodifiableSet());

  private KeySpelling() {}

  /// Whether somebody reads a setting of this name.
  public static boolean isKey(String name) {
    return KEYS.contains(name) || OF_LAUNCHERS.contains(name);
  }

  /// The key that a name is by a slip or two; of a short name one is enough to make it another.
  /// Empty for a key itself, and for what is no slip.
  public static Optional<String> nearly(String name) {
    String upper = name.toUpperCase(Locale.ROOT).replaceFirst("^" + OWN_PREFIX, "");
    return isKey(name)
        ? Optional.empty()
        : KEYS.stream()
            .filter(key -> slips(upper, key) <= Math.min(MOST_SLIPS, key.length() / 4))
            .min(
                Comparator.comparingInt((String key) -> slips(upper, key))
                    .thenComparing(Comparator.naturalOrder()));
  }

  /// Whether a name begins as keys do and is none.
  public static boolean beginsLikeOne(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return !isKey(name) && PREFIXES.stream().anyMatch(upper::startsWith);
  }

  /// How many letters must be put in, left out or changed (Levenshtein).
  private static int slips(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, at -> at);
    for (int at = 1; at <= one.length(); at++) {
      int diagonal = row[0];
      row[0] = at;
      for (int to = 1; to <= other.length(); to++) {
        int changed = diagonal + (one.charAt(at - 1) == other.charAt(to - 1) ? 0 : 1);
        diagonal = row[to];
        row[to] = Math.min(changed, Math.min(row[to], row[to - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
