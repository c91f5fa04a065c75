package dev.streamgate.server.cli;

import dev.streamgate.model.operation.SampleEvents;
import dev.streamgate.model.operation.SampleEvents.SampleEvent;
import dev.streamgate.model.operation.SampleEvents.SampleTicket;
import dev.streamgate.model.tickets.TokenStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// Loads the sample events.
@Command(
    name = "seed",
    description = {
      "Loads three sample events with ten tickets each: one begins in two hours, one runs, and one is"
          + " over and can still be watched.",
      "Loading them again replaces these three and touches nothing else.",
      "Has the server do it that runs on DATA_DIR, or else opens its database: configuration as for"
          + " serve."
    },
    customSynopsis = "streamgate seed [--KEY=value …]",
    mixinStandardHelpOptions = true)
final class SeedVerb implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final DataDesks desks;

  @Spec private CommandSpec spec;
  @Unmatched private List<String> settings = new ArrayList<>();

  SeedVerb(DataDesks desks) {
    this.desks = desks;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, JobRefusedException {
    SampleEvents loaded;
    try (DataDesk desk = desks.begin(settings)) {
      loaded = desk.loadSamples();
    }
    PrintWriter out = spec.commandLine().getOut();
    loaded.events().forEach(event -> out.println(line(event)));
    out.println(
        "Sample data loaded: %d events, %d tickets."
            .formatted(loaded.events().size(), loaded.tickets()));
    return 0;
  }

  /// The event, and a code in each state.
  private static String line(SampleEvent event) {
    Map<TokenStatus, String> codes = new LinkedHashMap<>();
    for (SampleTicket ticket : event.tickets()) {
      codes.putIfAbsent(ticket.status(), ticket.code());
    }
    List<String> samples =
        codes.entrySet().stream()
            .map(it -> it.getKey().name().toLowerCase(Locale.ROOT) + " " + it.getValue())
            .toList();
    return "%s  %s – %s  %s"
        .formatted(
            event.title(),
            time(event.startsAt()),
            time(event.endsAt()),
            String.join(", ", samples));
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
