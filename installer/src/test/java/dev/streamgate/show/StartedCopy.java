package dev.streamgate.show;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A copy of what was built and of the script that runs it.
final class StartedCopy {
  private static final int STOP_SECONDS = 20;
  private static final String LAST_LINE = "Press Ctrl+C";
  private static final String LEARNED =
      "dev.streamgate.server.ServerWiring source: shared objects file";

  private final Path folder;
  private Path jdk = Path.of(System.getProperty("java.home"));

  private StartedCopy(Path folder) {
    this.folder = folder;
  }

  /// What a start said on its error stream, and whether it made use of what a rehearsal had
  /// learned.
  record Start(String words, boolean isFromCache) {}

  /// Copies script, jar and libraries, with their times.
  static StartedCopy in(Path folder) throws IOException {
    Path repository = Path.of("..").toRealPath();
    Path built = Path.of("stream-server", "target");
    Files.createDirectories(folder.resolve(built).resolve("lib"));
    copy(repository, folder, Path.of("streamgate"));
    copy(repository, folder, built.resolve("stream-server.jar"));
    try (Stream<Path> libraries = Files.list(repository.resolve(built).resolve("lib"))) {
      libraries.forEach(library -> copy(repository, folder, repository.relativize(library)));
    }
    return new StartedCopy(folder);
  }

  private static void copy(Path from, Path to, Path file) {
    try {
      Files.copy(from.resolve(file), to.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException e) {
      throw new UncheckedIOException("copying " + file, e);
    }
  }

  /// What a rehearsal leaves.
  Path cache() {
    return folder.resolve("stream-server").resolve("target").resolve("stream-server.aot");
  }

  /// From now on the copy uses a JDK that is as good as ours, but cannot rehearse.
  void failRehearsals() throws IOException {
    Path unable = folder.resolve("jdk");
    Files.createDirectories(unable.resolve("bin"));
    Files.copy(jdk.resolve("release"), unable.resolve("release"));
    Files.createSymbolicLink(unable.resolve("bin/javac"), jdk.resolve("bin/javac"));
    Path java = unable.resolve("bin/java");
    Files.writeString(
        java,
        "#!/bin/sh\ncase $* in *rehearse*) exit 1 ;; esac\nexec '"
            + jdk.resolve("bin/java")
            + "' \"$@\"\n");
    java.toFile().setExecutable(true);
    jdk = unable;
  }

  /// Starts the demonstration, and stops it when it has said everything.
  Start start() throws IOException {
    Path words = folder.resolve("words");
    Path classes = folder.resolve("classes");
    ProcessBuilder builder =
        new ProcessBuilder(folder.resolve("streamgate").toString(), "demo", "--port", "0")
            .redirectError(words.toFile());
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().put("STREAMGATE_BUILDING", "yes");
    builder.environment().put("STREAMGATE_JAVA_OPTS", "-Xlog:class+load:file=" + classes);
    Process process = builder.start();
    try {
      awaitLastLine(process);
    } finally {
      stop(process);
    }
    return new Start(Files.readString(words), Files.readString(classes).contains(LEARNED));
  }

  private static void awaitLastLine(Process process) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(LAST_LINE)) {
        return;
      }
    }
    throw new IllegalStateException("the demonstration ended early");
  }

  private static void stop(Process process) {
    process.toHandle().destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the demonstration does not stop when asked");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
