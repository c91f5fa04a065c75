package dev.streamgate.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A folder in which commands are typed as on a machine of its own, where `streamgate` is
/// installed.
final class Machine implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("(?m)^(Portal for viewers|Media): ");
  private static final int PATIENCE_SECONDS = 60;

  private final Path folder;
  private final Map<String, String> variables;
  private final List<ProcessHandle> running = new ArrayList<>();

  /// @param variables what was exported there
  Machine(Path folder, Map<String, String> variables) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.variables = variables;
    Path program = Files.createDirectories(folder.resolve("bin")).resolve("streamgate");
    Files.writeString(program, launcher());
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  Path folder() {
    return folder;
  }

  /// Types commands and waits until they are done.
  ///
  /// @param input what is typed when they ask
  /// @param further exported before
  /// @return what they printed
  String type(String commands, String input, Map<String, String> further)
      throws IOException, InterruptedException {
    Path typed = Files.writeString(folder.resolve("typed"), input);
    Path printed = folder.resolve("printed");
    ProcessBuilder shell = shell(commands, printed);
    shell.environment().putAll(further);
    Process process = shell.redirectInput(typed.toFile()).start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(commands + Files.readString(folder.resolve("log")));
    }
    return Files.readString(printed);
  }

  /// Types commands of which the last is a server, and waits until it answers.
  void serve(String commands) throws IOException, InterruptedException {
    running.add(shell(commands, served()).start().toHandle());
    awaitServed(READY);
  }

  /// Waits for what the server prints.
  ///
  /// @return the first group of the pattern
  String awaitServed(Pattern pattern) throws IOException, InterruptedException {
    for (int look = 0; look < PATIENCE_SECONDS * 20; look++) {
      Matcher found = pattern.matcher(Files.readString(served()));
      if (found.find()) {
        return found.group(1);
      }
      if (!running.getLast().isAlive()) {
        break;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new IllegalStateException(
        "no " + pattern + " in " + folder + ": " + Files.readString(folder.resolve("log")));
  }

  /// Ends the server as Ctrl+C does.
  @Override
  public void close() {
    List<ProcessHandle> all =
        running.stream()
            .flatMap(shell -> Stream.concat(shell.descendants(), Stream.of(shell)))
            .toList();
    all.forEach(ProcessHandle::destroy);
    for (ProcessHandle process : all) {
      awaitEnd(process);
    }
    running.clear();
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(20, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IllegalStateException("the server does not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ProcessBuilder shell(String commands, Path printed) {
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
            .directory(folder.toFile())
            .redirectOutput(printed.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    Map<String, String> environment = shell.environment();
    environment.merge(
        "PATH", folder.resolve("bin").toString(), (path, own) -> own + File.pathSeparator + path);
    environment.putAll(variables);
    return shell;
  }

  private Path served() {
    return folder.resolve("served");
  }

  private static String launcher() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return """
    #!/bin/sh
    exec '%s' --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -cp '%s' \
    dev.streamgate.server.StreamGate "$@"
    """
        .formatted(Path.of(System.getProperty("java.home"), "bin", "java"), classPath);
  }
}
