package dev.streamgate.server.cli;

import dev.streamgate.server.cli.demo.DemoEvents;
import dev.streamgate.server.cli.demo.DemoEvents.DemoEvent;
import dev.streamgate.server.cli.demo.DemoFolder;
import dev.streamgate.server.cli.demo.LoopingLiveStream;
import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.RepeatedTasks;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.staff.PasswordHasher;
import dev.streamgate.server.staff.Passwords;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs a server with sample events and a sample video on data that is thrown away.
@Command(
    name = "demo",
    description =
        "Runs a server with sample events, codes and video. Everything is gone when it ends.",
    mixinStandardHelpOptions = true)
final class DemoVerb implements Callable<Integer> {
  private final ServerStarter starter;
  private final PasswordHasher hasher;
  private final SecureRandom random;
  private final InstantSource clock;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "The port to listen on (default 8080); 0 takes any free one.")
  private int port;

  DemoVerb(ServerStarter starter, PasswordHasher hasher, SecureRandom random, InstantSource clock) {
    this.starter = starter;
    this.hasher = hasher;
    this.random = random;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (ProcessEnd end = new ProcessEnd()) {
      run(end, Passwords.generate(random));
    }
    return 0;
  }

  private void run(ProcessEnd end, String password) throws IOException, InterruptedException {
    DemoFolder folder = DemoFolder.create();
    end.then(() -> say("Demo data deleted."));
    end.then(folder::delete);
    StartedPlatform server = starter.startPlatform(config(folder, password));
    end.then(server::stop);
    server.whenToldToStop(end::ask);
    RepeatedTasks tasks = new RepeatedTasks("streamgate-tasks");
    end.then(tasks::close);
    announce(server, folder, tasks, password);
    end.await();
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  private ServerConfig config(DemoFolder folder, String password) {
    return ServerConfig.load(
        new ConfigSources()
            .environment(
                Map.of(
                    "ADMIN_PASSWORD_HASH", hasher.hash(password),
                    "DATA_DIR", folder.data().toString(),
                    "STREAM_ROOT", folder.streams().toString(),
                    "PORT", Integer.toString(port),
                    "LOG_LEVEL", "warn")));
  }

  private void announce(
      StartedPlatform server, DemoFolder folder, RepeatedTasks tasks, String password)
      throws IOException {
    DemoEvents events = new DemoEvents(server, clock.instant());
    DemoEvent live = events.live();
    DemoEvent upcoming = events.upcoming();
    DemoEvent recording = events.recording();
    LoopingLiveStream.begin(folder.streamOf(live.id()), clock, tasks);
    folder.addRecording(recording.id());
    String portal = "http://localhost:" + server.port();
    PrintWriter out = spec.commandLine().getOut();
    List.of(
            "",
            Version.text() + " demo",
            "",
            "Portal          " + portal + "/",
            "Live code       " + live.code(),
            "Upcoming code   " + upcoming.code(),
            "Recording code  " + recording.code(),
            "",
            "Console         " + CommandName.typed() + " console --server " + portal,
            "Account         admin",
            "Password        " + password,
            "",
            "Press Ctrl+C to stop. Demo data is deleted on exit.")
        .forEach(out::println);
    out.flush();
  }
}
