package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.cli.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Whether the installed service sees the places that it is configured with. What systemd hides
/// from it, whoever runs a verb sees all the same.
final class ServiceViewCheck implements Check {
  private static final Set<String> OFF = Set.of("no", "false", "off", "0");

  private static final Map<String, List<Path>> HIDDEN =
      Map.of(
          "ProtectHome", List.of(Path.of("/home"), Path.of("/root"), Path.of("/run/user")),
          "PrivateTmp", List.of(Path.of("/tmp"), Path.of("/var/tmp")));

  private final Installation installation;
  private final Map<String, Path> places;
  private final Caller caller;

  /// @param places by the keys that name them
  ServiceViewCheck(Installation installation, Map<String, Path> places, Caller caller) {
    this.caller = caller;
    this.installation = installation;
    this.places = places;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    HIDDEN.forEach((setting, hidden) ->
        installation
            .unitSetting(setting)
            .filter(value -> !OFF.contains(value.toLowerCase(Locale.ROOT)))
            .ifPresent(value -> findings.addAll(below(hidden, setting + "=" + value))));
    return findings;
  }

  private List<Finding> below(List<Path> hidden, String setting) {
    return places.entrySet().stream()
        .filter(place -> hidden.stream().anyMatch(real(place.getValue())::startsWith))
        .map(place -> finding(place.getKey(), place.getValue(), setting))
        .toList();
  }

  private Finding finding(String key, Path place, String setting) {
    String name = setting.substring(0, setting.indexOf('='));
    return Finding.fail(
        key,
        "%s is hidden from the service by %s in its unit, though a command sees it"
            .formatted(place, setting),
        "move it, for example below /srv, and name that as %s; or %ssystemctl edit streamgate, and"
                .formatted(key, caller.sudo())
            + " write [Service] and below it "
            + name
            + "=no");
  }

  /// A place may be called otherwise and lie there all the same.
  private static Path real(Path place) {
    Path existing = Places.existing(place);
    try {
      return existing.toRealPath().resolve(existing.relativize(place.toAbsolutePath().normalize()));
    } catch (IOException e) {
      return place.toAbsolutePath().normalize();
    }
  }
}
