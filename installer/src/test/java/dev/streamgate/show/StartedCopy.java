package dev.streamgate.show;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A copy of what was built and of the script that runs it.
final class StartedCopy {
  private static final int STOP_SECONDS = 20;
  private static final int CONSOLE_SECONDS = 120;
  private static final String LAST_LINE = "Press Ctrl+C";
  private static final String LEARNED = " source: shared objects file";
  private static final String SERVER = "dev.streamgate.server.ServerWiring";
  private static final String CONSOLE = "dev.streamgate.console.ConsoleWiring";

  private final Path folder;
  private Path jdk = Path.of(System.getProperty("java.home"));

  private StartedCopy(Path folder) {
    this.folder = folder;
  }

  /// What script and Java machine said in a start, and whether it made use of what a rehearsal had
  /// learned. What the server prints is not among the words.
  record Start(String words, boolean isFromCache) {}

  /// Copies script, jar and libraries, with their times.
  static StartedCopy in(Path folder) throws IOException {
    Path repository = Path.of("..").toRealPath();
    copy(repository, folder, Path.of("streamgate"));
    for (String module : List.of("stream-server", "admin-desktop")) {
      Path built = Path.of(module, "target");
      Files.createDirectories(folder.resolve(built).resolve("lib"));
      copy(repository, folder, built.resolve(module + ".jar"));
      try (Stream<Path> libraries = Files.list(repository.resolve(built).resolve("lib"))) {
        libraries.forEach(library -> copy(repository, folder, repository.relativize(library)));
      }
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
    Process process = script("", "demo", "--port", "0");
    try {
      List<String> logged = logUntilLastLine(process);
      return new Start(words() + String.join("\n", logged), hasLearned(SERVER));
    } finally {
      stop(process);
    }
  }

  /// Starts the console on a screen that nobody sees; it ends when its first picture is there.
  Start startConsole() throws IOException, InterruptedException {
    Process process =
        script(
            "-Dglass.platform=Headless -Dprism.order=sw -Duser.home=" + folder.resolve("home"),
            "console",
            "--rehearse");
    if (!process.waitFor(CONSOLE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException("the console does not start: " + words());
    }
    return new Start(words(), hasLearned(CONSOLE));
  }

  private Process script(String options, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(folder.resolve("streamgate").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(folder.resolve("words").toFile());
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().put("STREAMGATE_BUILDING", "yes");
    builder
        .environment()
        .put(
            "STREAMGATE_JAVA_OPTS",
            "-Xlog:class+load:file=" + folder.resolve("classes") + " " + options);
    return builder.start();
  }

  private String words() throws IOException {
    return Files.readString(folder.resolve("words"));
  }

  private boolean hasLearned(String type) throws IOException {
    return Files.readString(folder.resolve("classes")).contains(type + LEARNED);
  }

  /// The Java machine puts its log among the lines of the program, each behind a bracket.
  private static List<String> logUntilLastLine(Process process) throws IOException {
    List<String> logged = new ArrayList<>();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(LAST_LINE)) {
        return logged;
      }
      if (line.startsWith("[")) {
        logged.add(line);
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
