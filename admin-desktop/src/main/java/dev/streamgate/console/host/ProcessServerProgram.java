package dev.streamgate.console.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The bundled server as a process of its own. It is found beside the console, or where the system
/// property `streamgate.server` says (a jar or a launcher).
public final class ProcessServerProgram implements ServerProgram {
  private static final Logger LOG = System.getLogger(ProcessServerProgram.class.getName());
  private static final int PATIENCE_SECONDS = 20;

  private final ServerStop stop;

  /// How a running server is asked to end; true if it heard.
  public interface ServerStop {
    boolean ask(Path dataFolder);
  }

  public ProcessServerProgram(ServerStop stop) {
    this.stop = stop;
  }

  @Override
  public boolean isThere() {
    return program().isPresent();
  }

  @Override
  public Started start(Path dataFolder, int port, Consumer<String> line, Runnable ended) {
    List<String> command = new ArrayList<>(command());
    command.add("serve");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DATA_DIR", dataFolder.toString());
    builder.environment().put("PORT", String.valueOf(port));
    builder.environment().put("LANGUAGE", "C"); // docs/adr/0081, as the server's launchers do
    try {
      Files.createDirectories(dataFolder);
      Process process = builder.directory(dataFolder.toFile()).start();
      Lines.follow(process.inputReader(StandardCharsets.UTF_8), line, ended);
      return () -> end(process, dataFolder);
    } catch (IOException e) {
      throw new UncheckedIOException("starting the server", e);
    }
  }

  @Override
  public List<String> hosts() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(ProcessServerProgram::isUsable)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .map(InetAddress::getHostAddress)
          .toList();
    } catch (SocketException e) {
      LOG.log(Level.WARNING, "reading the networks of this computer", e);
      return List.of();
    }
  }

  /// By its own command, which also works where there is no signal to end a program with; else by
  /// the signal; in the end by force.
  private void end(Process process, Path dataFolder) {
    if (!process.isAlive()) {
      return;
    }
    if (!stop.ask(dataFolder)) {
      process.destroy();
    }
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "the server does not end when asked; it is ended by force");
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isUsable(NetworkInterface network) {
    try {
      return network.isUp() && !network.isLoopback() && !network.isPointToPoint();
    } catch (SocketException e) {
      return false;
    }
  }

  private static List<String> command() {
    Path program =
        program().orElseThrow(() -> new IllegalStateException("no server beside this console"));
    boolean isJar = program.toString().endsWith(".jar");
    return isJar ? ServerJar.command(program) : List.of(program.toString());
  }

  private static Optional<Path> program() {
    return candidates().stream().map(Path::toAbsolutePath).filter(Files::isRegularFile).findFirst();
  }

  /// As told, in a source tree, beside the console's jar, and in the image of both programs.
  private static List<Path> candidates() {
    List<Path> places = new ArrayList<>();
    Optional.ofNullable(System.getProperty("streamgate.server"))
        .map(Path::of)
        .ifPresent(places::add);
    Optional.ofNullable(System.getProperty("streamgate.home"))
        .map(home -> Path.of(home, "stream-server", "target", "stream-server.jar"))
        .ifPresent(places::add);
    ProcessHandle.current()
        .info()
        .command()
        .map(Path::of)
        .map(Path::getParent)
        .ifPresent(bin -> {
          places.add(bin.resolve("streamgate"));
          places.add(bin.resolve("streamgate.exe"));
          places.add(bin.resolveSibling("app").resolve("stream-server.jar"));
        });
    return places;
  }
}
