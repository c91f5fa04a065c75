package dev.streamgate.packaging;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts what was packaged, as those who install it will, and expects it to answer.
final class FirstStarts {
  private static final int PATIENCE_SECONDS = 60;
  private static final int OK = 200;
  private static final String LEARNED = " source: shared objects file";
  private static final String SERVER = "dev.streamgate.server.ServerWiring";
  private static final String CONSOLE = "dev.streamgate.console.ConsoleWiring";

  private final Path folder;

  FirstStarts(Path folder) {
    this.folder = folder;
  }

  /// The command says what it can do, and `serve` answers.
  void ofServer(AppImage image) throws IOException, InterruptedException {
    String help = words(start(List.of(image.launcher().toString(), "--help"), List.of()));
    if (!help.contains("Usage: streamgate") || !help.contains("serve")) {
      throw new PackagingException("streamgate --help says: " + help);
    }
    serves(List.of(image.launcher().toString()));
  }

  /// The sign-in appears, and the server that came with the console answers.
  void ofConsole(AppImage image) throws IOException, InterruptedException {
    Folders.empty(folder);
    List<String> command = List.of(image.launcher().toString(), "--rehearse");
    words(start(command, JavaOptions.unseen(folder.toString())));
    expectLearned(CONSOLE);
    Path server = image.app().resolve("server");
    List<String> bundled = new ArrayList<>(List.of(image.java().toString()));
    bundled.addAll(JavaOptions.ofServer(server.resolve("stream-server.aot").toString()));
    bundled.addAll(List.of("-jar", server.resolve("stream-server.jar").toString()));
    serves(bundled);
  }

  private void serves(List<String> program) throws IOException, InterruptedException {
    Folders.empty(folder);
    List<String> command = new ArrayList<>(program);
    command.add("serve");
    int port = freePort();
    Process process = start(command, List.of(), "PORT", String.valueOf(port));
    try {
      awaitHealth(process, port);
    } finally {
      process.destroy();
    }
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new PackagingException("The server does not end when asked.");
    }
    expectLearned(SERVER);
  }

  private void awaitHealth(Process process, int port) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
            .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int tries = 0; tries < PATIENCE_SECONDS * 10 && process.isAlive(); tries++) {
        try {
          if (client.send(request, BodyHandlers.discarding()).statusCode() == OK) {
            return;
          }
        } catch (IOException e) {
          // It does not listen yet.
        }
        Thread.sleep(100);
      }
    }
    throw new PackagingException("The server does not answer: " + Files.readString(log()));
  }

  private Process start(List<String> command, List<String> options, String... environment)
      throws IOException {
    Files.createDirectories(folder);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log().toFile());
    List<String> all = new ArrayList<>(options);
    all.add("-Xlog:class+load:file=" + classes());
    builder.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", all));
    for (int i = 0; i < environment.length; i += 2) {
      builder.environment().put(environment[i], environment[i + 1]);
    }
    return builder.start();
  }

  private String words(Process process) throws IOException, InterruptedException {
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    String words = Files.readString(log());
    if (!ended || process.exitValue() != 0) {
      throw new PackagingException("What was packaged does not start: " + words);
    }
    return words;
  }

  private void expectLearned(String type) throws IOException {
    if (!Files.readString(classes()).contains(type + LEARNED)) {
      throw new PackagingException("A start made no use of what a rehearsed one had learned.");
    }
  }

  private Path log() {
    return folder.resolve("start.log");
  }

  private Path classes() {
    return folder.resolve("classes.log");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
