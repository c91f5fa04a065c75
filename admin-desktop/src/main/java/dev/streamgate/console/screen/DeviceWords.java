package dev.streamgate.console.screen;

import dev.streamgate.console.text.Catalogue;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a viewer watches on, in the words of the staff.
public record DeviceWords(Catalogue texts) {
  /// What is known of it, such as browser and system; blank if nothing is.
  public static String known(@Nullable String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
  }

  /// The same, with words for a device of which nothing is known.
  public String of(@Nullable String... parts) {
    String known = known(parts);
    return known.isEmpty() ? texts.get("unknownDevice") : known;
  }
}
