package dev.streamgate.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the other modules built, and where it lies.
record Parts(Path repository) {
  Path serverJar() {
    return target("stream-server").resolve("stream-server.jar");
  }

  List<Path> serverLibraries() throws IOException {
    return Folders.list(target("stream-server").resolve("lib"), name -> name.endsWith(".jar"));
  }

  Path consoleJar() {
    return target("admin-desktop").resolve("admin-desktop.jar");
  }

  /// Without JavaFX, which becomes part of the Java machine.
  List<Path> consoleLibraries() throws IOException {
    return Folders.list(
        target("admin-desktop").resolve("lib"),
        name -> name.endsWith(".jar") && !name.startsWith("javafx-"));
  }

  /// JavaFX for this system; the jars without a system in their name are empty.
  List<Path> javafx() throws IOException {
    return Folders.list(
        target("admin-desktop").resolve("lib"),
        name -> name.matches("javafx-[a-z]+-[0-9.]+-[a-z0-9-]+\\.jar"));
  }

  /// All of them, each once.
  Collection<Path> libraries() throws IOException {
    Map<Path, Path> byName = new TreeMap<>();
    for (List<Path> jars : List.of(serverLibraries(), consoleLibraries(), javafx())) {
      jars.forEach(jar -> byName.put(jar.getFileName(), jar));
    }
    return byName.values();
  }

  Path portal() {
    return repository.resolve("stream-server").resolve("src/main/portal");
  }

  Path license() {
    return repository.resolve("LICENSE");
  }

  /// Files of ours that go into packages as they are, or with a few words filled in.
  Path material() {
    return repository.resolve("installer").resolve("src/main/packaging");
  }

  private Path target(String module) {
    return repository.resolve(module).resolve("target");
  }
}
