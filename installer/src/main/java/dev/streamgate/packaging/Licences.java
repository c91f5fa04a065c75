package dev.streamgate.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The licences of all parts that are shipped: a list, and the texts that the parts hold.
final class Licences {
  private static final String HEAD =
      """
      StreamGate is under the Apache License 2.0 (LICENSE). It ships with these parts of others, each under
      its own licence. Texts that a part holds lie in the folder of its name; those of the Java machine and
      of its libraries, whose licence is JavaFX's too, in the folder legal of the Java machine.
      """;

  private static final Pattern TEXT =
      Pattern.compile(
          "(?:META-INF/)?((?:licen[sc]e|notice|copying)[^/]*(?<!\\.class))",
          Pattern.CASE_INSENSITIVE);

  private final Path folder;
  private final Collection<Path> jars;
  private final NpmParts npm;

  Licences(Path folder, Collection<Path> jars, NpmParts npm) {
    this.folder = folder;
    this.jars = jars;
    this.npm = npm;
  }

  /// Writes list and texts of these parts; one without a licence ends the build.
  void write(List<Component> parts, Path own) throws IOException {
    Folders.empty(folder);
    Folders.copy(own, folder.resolve("LICENSE"));
    SortedSet<String> lines = new TreeSet<>();
    for (Component part : parts) {
      if (!part.isOurs()) {
        lines.add(line(part));
      }
    }
    Files.writeString(
        folder.resolve("THIRD-PARTY.txt"), HEAD + "\n" + String.join("\n", lines) + "\n");
  }

  private String line(Component part) throws IOException {
    if (part.licences().isEmpty()) {
      throw new PackagingException("The licence of " + part.purl() + " is not known.");
    }
    List<String> texts = texts(part);
    return "%s %s: %s%s"
        .formatted(
            part.name(),
            part.version(),
            String.join(" or ", part.licences()),
            texts.isEmpty() ? "" : " (" + String.join(", ", texts) + ")");
  }

  private List<String> texts(Component part) throws IOException {
    Path own = folder.resolve(part.name().replaceAll("[:/@]+", "-").replaceFirst("^-", ""));
    List<String> names = new ArrayList<>();
    if (part.purl().startsWith("pkg:npm/")) {
      for (Path text : npm.texts(part)) {
        Folders.copy(text, own.resolve(text.getFileName()));
        names.add(own.getFileName() + "/" + text.getFileName());
      }
      return names;
    }
    String start = part.name().replaceFirst(".*:", "") + "-" + part.version();
    for (Path jar : jars) {
      if (jar.getFileName().toString().startsWith(start)) {
        unpack(jar, own).forEach(name -> names.add(own.getFileName() + "/" + name));
      }
    }
    return names;
  }

  private static List<String> unpack(Path jar, Path target) throws IOException {
    List<String> names = new ArrayList<>();
    try (JarFile content = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(content.entries())) {
        Matcher text = TEXT.matcher(entry.getName());
        if (!entry.isDirectory() && text.matches()) {
          Files.createDirectories(target);
          try (InputStream bytes = content.getInputStream(entry)) {
            Files.write(target.resolve(text.group(1)), bytes.readAllBytes());
          }
          names.add(text.group(1));
        }
      }
    }
    return names;
  }
}
