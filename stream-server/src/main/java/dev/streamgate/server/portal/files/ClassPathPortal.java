package dev.streamgate.server.portal.files;

import dev.streamgate.server.portal.PortalFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// The portal as the build put it onto the class path, in a folder or in a jar.
public final class ClassPathPortal {
  private static final String FOLDER = "portal/";
  private static final String ENTRY = "/" + FOLDER + "index.html";

  private ClassPathPortal() {}

  /// All files of the portal; none if it was not built.
  public static List<PortalFile> files() {
    URL entry = ClassPathPortal.class.getResource(ENTRY);
    if (entry == null) {
      return List.of();
    }
    try {
      return read(entry);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the portal", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("reading the portal at " + entry, e);
    }
  }

  /// A jar is opened by its path: opened by its address it would belong to the whole process, and
  /// two servers that start at the same moment would meet.
  private static List<PortalFile> read(URL entry) throws IOException, URISyntaxException {
    if (!(entry.openConnection() instanceof JarURLConnection connection)) {
      return below(Path.of(entry.toURI()).resolveSibling(""));
    }
    try (JarFile jar = new JarFile(new File(connection.getJarFileURL().toURI()))) {
      return jar.stream().filter(ClassPathPortal::isOfPortal).map(file -> read(jar, file)).toList();
    }
  }

  private static boolean isOfPortal(JarEntry entry) {
    return entry.getName().startsWith(FOLDER) && !entry.isDirectory();
  }

  private static PortalFile read(JarFile jar, JarEntry file) {
    try (InputStream bytes = jar.getInputStream(file)) {
      return new PortalFile(file.getName().substring(FOLDER.length()), bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("reading the portal's " + file, e);
    }
  }

  private static List<PortalFile> below(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(Files::isRegularFile).map(file -> read(root, file)).toList();
    }
  }

  private static PortalFile read(Path root, Path file) {
    try {
      String path = root.relativize(file).toString().replace('\\', '/');
      return new PortalFile(path, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the portal's " + file, e);
    }
  }
}
