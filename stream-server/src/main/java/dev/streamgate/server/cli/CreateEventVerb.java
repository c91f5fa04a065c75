package dev.streamgate.server.cli;

import dev.streamgate.model.operation.CreatedEvent;
import dev.streamgate.model.operation.EventOrder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// Makes an event, and codes for it if wanted.
@Command(
    name = "create-event",
    description = {
      "Makes an event, and codes for it if wanted: all of it, or nothing.",
      "Prints its id, its stream folder, and then one code a line. Makes the folder, open to all who"
          + " may write to STREAM_ROOT.",
      "Has the server do it that runs on DATA_DIR, or else opens its database: configuration as for"
          + " serve."
    },
    customSynopsis =
        "streamgate create-event --title T --starts TIME --ends TIME [--window H] [--codes N]"
            + " [--label L] [--KEY=value …]",
    mixinStandardHelpOptions = true)
final class CreateEventVerb implements Callable<Integer> {
  private final DataDesks desks;

  @Spec private CommandSpec spec;

  @Option(names = "--title", paramLabel = "T", required = true, description = "The event's title.")
  private String title = "";

  @Option(
      names = "--starts",
      paramLabel = "TIME",
      required = true,
      converter = EventOptions.InstantReader.class,
      description = "When it begins, such as 2026-12-24T20:00+01:00.")
  private @Nullable Instant starts;

  @Option(
      names = "--ends",
      paramLabel = "TIME",
      required = true,
      converter = EventOptions.InstantReader.class,
      description = "When it ends.")
  private @Nullable Instant ends;

  @Option(
      names = "--window",
      paramLabel = "H",
      description = "For how many hours after its end tickets are valid, 1–168 (default 48).")
  private @Nullable Integer window;

  @Option(
      names = "--codes",
      paramLabel = "N",
      description = "How many codes to make, up to 500 (default none).")
  private int codes;

  @Option(names = "--label", paramLabel = "L", description = "The label of their tickets.")
  private @Nullable String label;

  @Unmatched private List<String> settings = new ArrayList<>();

  CreateEventVerb(DataDesks desks) {
    this.desks = desks;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, JobRefusedException {
    EventOrder order =
        new EventOrder(
            EventOptions.request(
                title, Objects.requireNonNull(starts), Objects.requireNonNull(ends), window),
            codes,
            label);
    CreatedEvent event;
    try (DataDesk desk = desks.add(settings, spec.commandLine().getErr())) {
      event = desk.order(order);
    }
    PrintWriter out = spec.commandLine().getOut();
    tell(event, out);
    event.codes().forEach(out::println);
    out.flush();
    Optional.ofNullable(event.folder()).map(Path::of).ifPresent(this::prepare);
    return 0;
  }

  /// The event is there, whatever comes of its folder.
  private void prepare(Path folder) {
    PrintWriter err = spec.commandLine().getErr();
    try {
      StreamFolder.make(folder);
      err.println("Let the encoder write stream.m3u8 and its segments into that folder.");
    } catch (IOException e) {
      err.println(
          "The folder is not there yet and could not be made (%s). `%s doctor` says what to do."
              .formatted(FailureWords.of(e), CommandName.typed()));
    }
  }

  /// Says which event was made, and where its video belongs.
  static void tell(CreatedEvent event, PrintWriter out) {
    out.println("Event " + event.id());
    out.println(
        "Folder "
            + Optional.ofNullable(event.folder())
                .orElse(event.id() + ", below STREAM_ROOT of the servers that deliver video"));
  }
}
