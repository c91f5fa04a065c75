package dev.streamgate.packaging;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;

/// Runs tools. One that fails ends the build with its own words.
final class Tools {
  private Tools() {}

  /// A tool of the JDK that runs this build.
  static void jdk(String name, List<String> arguments) {
    ToolProvider tool =
        ToolProvider.findFirst(name)
            .orElseThrow(() -> new PackagingException("This JDK has no " + name + "."));
    StringWriter words = new StringWriter();
    PrintWriter writer = new PrintWriter(words);
    if (tool.run(writer, writer, arguments.toArray(String[]::new)) != 0) {
      throw new PackagingException(name + " failed: " + words);
    }
  }

  /// A program of this system.
  static void run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // dpkg-deb would give files another time by it, and a quick start's cache knows their times.
    builder.environment().remove("SOURCE_DATE_EPOCH");
    Process process = builder.start();
    process.getOutputStream().close();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new PackagingException(command.getFirst() + " failed: " + words);
    }
  }

  static boolean has(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(Path::of)
        .anyMatch(folder ->
            Files.isExecutable(folder.resolve(program))
                || Files.isExecutable(folder.resolve(program + ".exe")));
  }
}
