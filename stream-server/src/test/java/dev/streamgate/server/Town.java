package dev.streamgate.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Machines on which the commands of the deployment guide are typed, and what they share.
final class Town implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";

  private final DeploymentPage page = new DeploymentPage();
  private final List<Machine> machines = new ArrayList<>();
  private final Path folder;

  Town(Path folder) throws IOException {
    this.folder = folder;
  }

  /// A machine on which exactly what the page says under these marks was filled in.
  Machine machine(String name, Map<String, String> variables, String... marks) throws IOException {
    if (!page.variables(marks).equals(variables.keySet())) {
      throw new IllegalArgumentException(
          "the page asks for " + page.variables(marks) + ", not for " + variables.keySet());
    }
    Machine machine = new Machine(folder.resolve(name), variables);
    machines.add(machine);
    return machine;
  }

  /// A machine with the secrets that were made once for all.
  Machine member(String name, Map<String, String> variables, String... marks)
      throws IOException, InterruptedException {
    Machine machine = machine(name, variables, marks);
    if (!Files.exists(secret("secrets.env"))) {
      Machine maker = new Machine(folder.resolve("secrets"), Map.of());
      maker.type(page.commands("secrets"), (PASSWORD + "\n").repeat(2), Map.of());
    }
    give(machine, "secrets.env");
    return machine;
  }

  /// Takes the hash of the first password to a platform.
  void givePassword(Machine machine) throws IOException {
    give(machine, "admin-password-hash");
  }

  void serve(Machine machine, String mark) throws IOException, InterruptedException {
    machine.serve(page.commands(mark));
  }

  MadeEvent createEvent(Machine machine) throws IOException, InterruptedException {
    return MadeEvent.of(machine.type(page.commands("create-event"), "", Map.of()));
  }

  /// Makes a stream out of the sample video, on the machine that sends it.
  void encode(Machine machine, String mark, MadeEvent event)
      throws IOException, InterruptedException {
    Path source = Path.of("../streams/sample/360p/stream.m3u8").toRealPath();
    machine.type(page.commands(mark), "", Map.of("EVENT", event.id(), "SOURCE", source.toString()));
  }

  @Override
  public void close() {
    machines.reversed().forEach(Machine::close);
  }

  private void give(Machine machine, String file) throws IOException {
    Files.copy(secret(file), machine.folder().resolve(file));
  }

  private Path secret(String file) {
    return folder.resolve("secrets").resolve(file);
  }
}
