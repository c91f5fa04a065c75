package dev.streamgate.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/// The list of all parts in the form of CycloneDX 1.6. Maven's plugin makes it of Maven's parts;
/// those from npm and the Java machine are added here.
final class PartsList {
  private static final String GPL_WITH_EXCEPTION = "GPL-2.0-with-classpath-exception";

  private final ObjectNode list;

  private PartsList(ObjectNode list) {
    this.list = list;
  }

  static PartsList read(Path file) throws IOException {
    return new PartsList((ObjectNode) new ObjectMapper().readTree(file.toFile()));
  }

  List<Component> components() {
    List<Component> components = new ArrayList<>();
    list.path("components").forEach(node -> components.add(component(node)));
    return components;
  }

  private static Component component(JsonNode node) {
    List<String> licences = new ArrayList<>();
    for (JsonNode choice : node.path("licenses")) {
      JsonNode licence = choice.path("license");
      Optional.of(licence.path("id").asText())
          .filter(id -> !id.isEmpty())
          .or(() -> Optional.of(licence.path("name").asText()))
          .filter(word -> !word.isEmpty())
          .or(() -> Optional.of(choice.path("expression").asText()))
          .ifPresent(licences::add);
    }
    String group = node.path("group").asText();
    String name = (group.isEmpty() ? "" : group + ":") + node.path("name").asText();
    return new Component(name, node.path("version").asText(), licences, node.path("purl").asText());
  }

  /// What the list is of, instead of the module that made it.
  PartsList named(String name) {
    ObjectNode subject = (ObjectNode) list.path("metadata").path("component");
    subject.put("type", "application").put("name", name);
    subject.remove(List.of("group", "description"));
    return this;
  }

  PartsList with(List<Component> components) {
    components.forEach(component -> add("library", component));
    return this;
  }

  /// The Java machine, as its file `release` names it.
  PartsList withJava(Path runtime) throws IOException {
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(runtime.resolve("release"))) {
      release.load(reader);
    }
    String version = System.getProperty("java.runtime.version");
    String purl = "pkg:generic/openjdk@" + version.replace("+", "%2B");
    add("platform", new Component("OpenJDK", version, List.of(GPL_WITH_EXCEPTION), purl));
    return this;
  }

  private void add(String type, Component component) {
    ArrayNode components = (ArrayNode) list.path("components");
    ObjectNode node = components.addObject();
    node.put("type", type).put("bom-ref", component.purl());
    int slash = component.name().indexOf('/');
    if (slash > 0) {
      node.put("group", component.name().substring(0, slash));
    }
    node.put("name", component.name().substring(slash + 1));
    node.put("version", component.version());
    ArrayNode licences = node.putArray("licenses");
    component.licences().forEach(id -> licences.addObject().putObject("license").put("id", id));
    node.put("purl", component.purl());
  }

  void write(Path file) throws IOException {
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), list);
  }
}
