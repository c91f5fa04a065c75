package dev.streamgate.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the portal brings along from npm: all that its lock file names and that is not for its
/// making alone.
final class NpmParts {
  private static final String MODULES = "node_modules/";

  private final Path portal;

  NpmParts(Path portal) {
    this.portal = portal;
  }

  List<Component> components() throws IOException {
    JsonNode lock = new ObjectMapper().readTree(portal.resolve("package-lock.json").toFile());
    List<Component> components = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : lock.path("packages").properties()) {
      if (entry.getKey().startsWith(MODULES) && isShipped(entry.getValue())) {
        components.add(component(entry.getKey().substring(MODULES.length()), entry.getValue()));
      }
    }
    return components;
  }

  /// A peer is what a user of the package would bring, such as React; the portal has none.
  private static boolean isShipped(JsonNode entry) {
    return !entry.path("dev").asBoolean()
        && !entry.path("peer").asBoolean()
        && !entry.path("optional").asBoolean();
  }

  private static Component component(String name, JsonNode entry) {
    String version = entry.path("version").asText();
    List<String> licences =
        entry.has("license") ? List.of(entry.path("license").asText()) : List.of();
    String purl = "pkg:npm/" + name.replace("@", "%40") + "@" + version;
    return new Component(name, version, licences, purl);
  }

  /// The texts that a package brings along.
  List<Path> texts(Component component) throws IOException {
    return Folders.list(
        portal.resolve(MODULES + component.name().replace(':', '/')),
        file -> file.toLowerCase(Locale.ROOT).matches("(licen[sc]e|notice|copying)[^/]*"));
  }
}
