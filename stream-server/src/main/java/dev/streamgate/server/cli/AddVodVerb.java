package dev.streamgate.server.cli;

import dev.streamgate.model.operation.CreatedEvent;
import dev.streamgate.model.operation.EventOrder;
import dev.streamgate.model.operation.Inspection;
import dev.streamgate.server.cli.vod.HlsCopy;
import dev.streamgate.server.cli.vod.HlsCopy.Progress;
import dev.streamgate.server.cli.vod.HlsFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// Makes an event of a recording.
@Command(
    name = "add-vod",
    description = {
      "Makes an event and its stream folder, and copies HLS files into it, or says where to put them.",
      "The files are looked at before anything is made. Without times the recording can be watched from"
          + " now on for seven days.",
      "Has the server make the event that runs on DATA_DIR, or else opens its database: configuration"
          + " as for serve."
    },
    customSynopsis =
        "streamgate add-vod --title T [--from DIR] [--starts TIME --ends TIME] [--KEY=value …]",
    mixinStandardHelpOptions = true)
final class AddVodVerb implements Callable<Integer> {
  private static final Duration USUAL_LENGTH = Duration.ofDays(7);

  private final DataDesks desks;
  private final InstantSource clock;

  @Spec private CommandSpec spec;

  @Option(names = "--title", paramLabel = "T", required = true, description = "The event's title.")
  private String title = "";

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "The folder with the recording's HLS files; all below it is copied.")
  private @Nullable Path from;

  @Option(
      names = "--starts",
      paramLabel = "TIME",
      converter = EventOptions.InstantReader.class,
      description = "From when on it can be watched, such as 2026-12-24T20:00+01:00.")
  private @Nullable Instant starts;

  @Option(
      names = "--ends",
      paramLabel = "TIME",
      converter = EventOptions.InstantReader.class,
      description = "When the event ends; tickets are valid for 48 hours more.")
  private @Nullable Instant ends;

  @Unmatched private List<String> settings = new ArrayList<>();

  AddVodVerb(DataDesks desks, InstantSource clock) {
    this.desks = desks;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, JobRefusedException {
    if ((starts == null) != (ends == null)) {
      throw new ParameterException(
          spec.commandLine(), "--starts and --ends must be given together");
    }
    Optional<HlsFolder> source = from == null ? Optional.empty() : Optional.of(source(from));
    CreatedEvent event;
    try (DataDesk desk = desks.add(settings, spec.commandLine().getErr())) {
      requireRoom(desk.inspect(), source);
      event = desk.order(order());
    }
    CreateEventVerb.tell(event, out());
    out().flush();
    Path folder = Path.of(event.folder() == null ? "" : event.folder());
    return source.isPresent() ? copy(source.get(), folder) : prepare(folder);
  }

  private static HlsFolder source(Path from) throws IOException, JobRefusedException {
    if (!Files.isDirectory(from)) {
      throw JobRefusedException.wronglyOrdered("There is no folder " + from);
    }
    HlsFolder source = HlsFolder.of(from.toRealPath());
    if (source.files().isEmpty()) {
      throw JobRefusedException.wronglyOrdered("There are no HLS files in " + from);
    }
    return source;
  }

  /// Looks at what would only show when the event is there already.
  private static void requireRoom(Inspection place, Optional<HlsFolder> source)
      throws IOException, JobRefusedException {
    if (place.streamRoot() == null) {
      throw JobRefusedException.impossible("This server has no STREAM_ROOT to put video in");
    }
    Path root = Path.of(place.streamRoot());
    Files.createDirectories(root);
    if (!Files.isWritable(root)) {
      throw JobRefusedException.impossible("Nothing may be written to " + root);
    }
    long needed = source.map(HlsFolder::bytes).orElse(0L);
    long free = Files.getFileStore(root).getUsableSpace();
    if (needed > free) {
      throw JobRefusedException.impossible(
          "%s are to be copied, and %s are free in %s"
              .formatted(Sizes.text(needed), Sizes.text(free), root));
    }
  }

  private EventOrder order() {
    Instant begins =
        Optional.ofNullable(starts).orElse(clock.instant().truncatedTo(ChronoUnit.MINUTES));
    Instant finishes = Optional.ofNullable(ends).orElse(begins.plus(USUAL_LENGTH));
    return new EventOrder(EventOptions.request(title, begins, finishes, null), 0, null);
  }

  private int prepare(Path folder) throws IOException {
    StreamFolder.make(folder);
    out().println("Copy the HLS files there, stream.m3u8 or master.m3u8 among them.");
    return 0;
  }

  private int copy(HlsFolder source, Path folder) {
    HlsCopy copy = new HlsCopy(source, folder, clock);
    Thread lastWord = new Thread(() -> admit(copy, folder, "Interrupted"));
    Runtime.getRuntime().addShutdownHook(lastWord);
    try {
      StreamFolder.make(folder);
      copy.run(this::tell);
    } catch (IOException e) {
      admit(copy, folder, FailureWords.of(e));
      return 1;
    } finally {
      forget(lastWord);
    }
    Progress done = copy.progress();
    out()
        .println(
            "Copied %s, %s".formatted(Counted.of(done.files(), "file"), Sizes.text(done.bytes())));
    warn(source, folder);
    return 0;
  }

  /// Nobody may believe that a recording is there of which a part is missing.
  private void admit(HlsCopy copy, Path folder, String reason) {
    Progress progress = copy.progress();
    err()
        .println(
            "%s. Only %d of %d files are in %s; the event is there. Copy the rest, or delete the event."
                .formatted(reason, progress.files(), progress.ofFiles(), folder));
    err().flush();
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends already, and the hook has its word.
    }
  }

  private void warn(HlsFolder source, Path folder) {
    if (!source.leftOut().isEmpty()) {
      err()
          .println(
              "Left out %d files that are no part of a stream or cannot be asked for by their name,"
                      .formatted(source.leftOut().size())
                  + " such as "
                  + source.leftOut().getFirst());
    }
    if (!HlsFolder.hasPlaylist(folder)) {
      err()
          .println(
              "There is no stream.m3u8 or master.m3u8 in %s: players will not find the recording."
                  .formatted(folder));
    }
  }

  private void tell(Progress progress) {
    err()
        .println(
            "%d of %d files, %s of %s"
                .formatted(
                    progress.files(),
                    progress.ofFiles(),
                    Sizes.text(progress.bytes()),
                    Sizes.text(progress.ofBytes())));
    err().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
