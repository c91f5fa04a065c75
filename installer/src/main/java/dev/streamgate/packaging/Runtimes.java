package dev.streamgate.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Links the Java machines of the packages: as much of a JDK as the program needs.
final class Runtimes {
  /// What the server and its libraries use. The lines below are what nobody asks for by name:
  /// elliptic curves of TLS, the formats of dates in our languages, and archives as file systems.
  private static final String SERVER =
      "java.base,java.desktop,java.logging,java.management,java.naming,"
          + "java.net.http,java.security.jgss,java.sql,java.transaction.xa,java.xml,"
          + "jdk.jfr,jdk.management,jdk.unsupported,"
          + "jdk.crypto.ec,jdk.localedata,jdk.zipfs";

  private static final String CONSOLE = SERVER + ",javafx.controls,javafx.fxml";
  private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dylib|dll)");

  private static final Predicate<String> NOT_JAVA =
      Pattern.compile("(jrunscript|keytool)(\\.exe)?").asMatchPredicate();

  private final Path work;

  Runtimes(Path work) {
    this.work = work;
  }

  Path forServer() throws IOException {
    return link("server", List.of("--add-modules", SERVER));
  }

  /// The console's also runs the server that comes with it.
  Path forConsole(List<Path> javafx) throws IOException {
    Path modules = Folders.empty(work.resolve("jmods"));
    for (Path jar : javafx) {
      module(jar, modules);
    }
    return link("console", List.of("--module-path", modules.toString(), "--add-modules", CONSOLE));
  }

  private Path link(String name, List<String> contents) throws IOException {
    Path runtime = work.resolve("runtime-" + name);
    Folders.delete(runtime);
    List<String> arguments = new ArrayList<>(contents);
    arguments.addAll(List.of("--include-locales", "en,de", "--strip-debug"));
    arguments.addAll(
        List.of("--no-header-files", "--no-man-pages", "--output", runtime.toString()));
    Tools.jdk("jlink", arguments);
    for (Path command : Folders.list(runtime.resolve("bin"), NOT_JAVA)) {
      Files.delete(command);
    }
    return runtime;
  }

  /// Makes a module of a JavaFX jar whose native libraries lie in the Java machine's own folder.
  /// From the jar they would be unpacked into the home of whoever starts the console.
  private void module(Path jar, Path modules) throws IOException {
    String name = jar.getFileName().toString().replaceFirst("-(\\D+?)-.*", ".$1");
    Path classes = Folders.empty(work.resolve("javafx").resolve("classes"));
    Path libraries = Folders.empty(work.resolve("javafx").resolve("libraries"));
    unpack(jar, classes, libraries);
    List<String> arguments = List.of("create", "--class-path", classes.toString());
    Path module = modules.resolve(name + ".jmod");
    Tools.jdk(
        "jmod",
        Stream.of(arguments, List.of("--libs", libraries.toString(), module.toString()))
            .flatMap(List::stream)
            .toList());
  }

  private static void unpack(Path jar, Path classes, Path libraries) throws IOException {
    try (JarFile content = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(content.entries())) {
        if (entry.isDirectory() || entry.getName().endsWith(".jar")) {
          continue;
        }
        boolean isNative = NATIVE.matcher(entry.getName()).matches();
        Path target = (isNative ? libraries : classes).resolve(entry.getName()).normalize();
        Files.createDirectories(target.resolve("..").normalize());
        try (InputStream bytes = content.getInputStream(entry)) {
          Files.copy(bytes, target);
        }
      }
    }
  }
}
