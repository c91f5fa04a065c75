package dev.streamgate.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Has an image's own Java machine watch a start of each program, and leaves what it learned beside
/// the jar (docs/adr/0037).
final class QuickStarts {
  private static final int LONGEST_SECONDS = 180;

  private final Path work;

  QuickStarts(Path work) {
    this.work = work;
  }

  void ofServer(AppImage image, Path jar) throws IOException, InterruptedException {
    Path cache = Path.of(jar.toString().replaceFirst("\\.jar$", ".aot"));
    List<String> program = List.of("--enable-native-access=ALL-UNNAMED", "-jar", jar.toString());
    rehearse(image, cache, program, "rehearse");
  }

  void ofConsole(AppImage image) throws IOException, InterruptedException {
    Path home = Folders.empty(work.resolve("home"));
    List<String> program = new ArrayList<>(JavaOptions.unseen(home.toString()));
    program.add("--enable-native-access=ALL-UNNAMED,javafx.graphics");
    program.addAll(List.of("-cp", classPath(image), JavaOptions.CONSOLE_CLASS));
    rehearse(image, image.app().resolve("console.aot"), program, "--rehearse");
  }

  /// As jpackage has written it down for its launcher.
  private static String classPath(AppImage image) throws IOException {
    Path settings = image.app().resolve(Images.CONSOLE + ".cfg");
    try (Stream<String> lines = Files.lines(settings)) {
      return lines
          .filter(line -> line.startsWith("app.classpath="))
          .map(line -> line.replaceFirst(".*[/\\\\]", ""))
          .map(jar -> image.app().resolve(jar).toString())
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private void rehearse(AppImage image, Path cache, List<String> program, String verb)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(image.java().toString()));
    command.addAll(JavaOptions.watched(cache.toString()));
    command.addAll(program);
    command.add(verb);
    Path words = work.resolve("rehearsal.log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(words.toFile())
            .start();
    boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    if (!ended || process.exitValue() != 0 || !Files.exists(cache)) {
      throw new PackagingException("A rehearsed start failed: " + Files.readString(words));
    }
  }
}
