package dev.streamgate.console.tickets;

import dev.streamgate.console.api.ImportVerdict;
import dev.streamgate.console.api.ServerApis;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.desktop.OpenDialog;
import dev.streamgate.console.screen.EventChoice;
import dev.streamgate.console.screen.EventChoices;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.screen.LongWork;
import dev.streamgate.console.screen.Writing;
import dev.streamgate.console.task.Debounce;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.task.TaskRunner.Running;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.tickets.ImportRequest;
import dev.streamgate.model.tickets.ImportRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// An import: codes from a file or the clipboard, a trial run that marks the bad rows, and the
/// import itself only when there is none.
public final class ImportViewModel {
  /// The number in "Duplicate of row 2" (API §4.4).
  private static final Pattern OTHER_ROW = Pattern.compile("(?<=^Duplicate of row )\\d+");

  private static final Duration TYPING_PAUSE = Duration.ofMillis(400);

  private final ServerApis apis;
  private final Tools tools;
  private final Catalogue texts;
  private final FailureTexts failures;
  private final EventChoices events;
  private final ObjectProperty<Optional<EventChoice>> event =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty pasted = new SimpleStringProperty("");
  private final ObservableList<ImportLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper columns = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper otherCodes = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper passed = new ReadOnlyBooleanWrapper();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final Debounce typing;
  private final PanelWork importing;
  private Running trial = Running.NOTHING;

  /// Where the text comes from, in messages.
  private String source;

  /// What an import is done with.
  public record Tools(
      ServerCalls calls, TaskRunner tasks, OpenDialog openDialog, LongWork work, Writing writing) {}

  public ImportViewModel(ServerApis apis, Tools tools, Catalogue texts, FailureTexts failures) {
    this.apis = apis;
    this.events = new EventChoices(apis.events(), tools.calls());
    this.tools = tools;
    this.texts = texts;
    this.failures = failures;
    this.typing = new Debounce(tools.tasks(), TYPING_PAUSE);
    this.source = texts.get("pastedText");
    this.importing = new PanelWork(tools.work(), busy);
    pasted.addListener((_, _, _) -> typed());
    event.addListener((_, _, _) -> tryOut());
  }

  public ObservableList<EventChoice> events() {
    return events.events();
  }

  public ObjectProperty<Optional<EventChoice>> eventProperty() {
    return event;
  }

  /// What is to be imported, as it was pasted or read.
  public StringProperty pastedProperty() {
    return pasted;
  }

  /// The rows, each with what is wrong with it; bad ones first.
  public ObservableList<ImportLine> lines() {
    return lines;
  }

  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /// Which columns were found.
  public ReadOnlyStringProperty columnsProperty() {
    return columns.getReadOnlyProperty();
  }

  /// Whether codes are among them that no typing check can tell from mistyped ones.
  public ReadOnlyBooleanProperty otherCodesProperty() {
    return otherCodes.getReadOnlyProperty();
  }

  public BooleanProperty busyProperty() {
    return busy;
  }

  /// "Import N tickets", once the trial run has found no bad row.
  public BooleanBinding ready() {
    return passed.and(busy.not()).and(tools.calls().connection().onlineProperty());
  }

  public StringBinding runLabel() {
    return Bindings.createStringBinding(() -> texts.get("importRun", lines.size()), lines);
  }

  /// Loads the events to choose from, and reads `file` if there is one.
  public void begin(Optional<EventChoice> first, Optional<Path> file) {
    events.offer(first, event, failure -> message.set(failures.of(failure)));
    file.ifPresent(this::readFile);
  }

  public void chooseFile() {
    tools.openDialog().chooseCodes().ifPresent(this::readFile);
  }

  /// Reads a file off the UI thread.
  public void readFile(Path file) {
    tools
        .tasks()
        .run(
            () -> FileContent.of(file),
            found -> take(found, String.valueOf(file.getFileName())),
            defect -> message.set(texts.get("fileUnreadable", String.valueOf(file.getFileName()))));
  }

  private void take(FileContent found, String name) {
    switch (found) {
      case FileContent.Codes codes -> {
        source = name;
        pasted.set(codes.text());
        typing.cancel();
        read();
      }
      case FileContent.Fault fault -> message.set(refused(words(fault, name)));
    }
  }

  /// What was read before stays, and may still be imported.
  private String refused(String reason) {
    return lines.isEmpty() ? reason : reason + " " + texts.get("rowsStay", source);
  }

  private String words(FileContent.Fault fault, String name) {
    return switch (fault) {
      case MISSING -> texts.get("fileMissing", name);
      case FOLDER -> texts.get("fileIsFolder", name);
      case TOO_LARGE -> texts.get("fileTooLarge", name);
      case UNREADABLE -> texts.get("fileUnreadable", name);
      case WORKBOOK -> texts.get("fileIsWorkbook", name);
      case NOT_TEXT -> texts.get("fileNotText", name);
      case EMPTY -> texts.get("fileEmpty", name);
    };
  }

  /// Whether there is anything that would be lost with the panel.
  boolean isTouched() {
    return !pasted.get().isBlank();
  }

  /// Gives an import up if one is under way; returns whether there was one.
  boolean cancel() {
    return importing.cancel();
  }

  /// Imports as a long task; `done` comes once all is imported. What fails stays to be seen, and a
  /// row that has become bad since the trial is marked.
  public void run(Runnable done, Runnable reload) {
    if (!ready().get()) {
      return;
    }
    String eventId = event.get().map(EventChoice::id).orElse("");
    ImportRequest request = request(false);
    importing.begin(
        texts.get("importing", request.rows().size()),
        () -> apis.tickets().importRows(eventId, request),
        new LongWork.Ends<>(
            verdict -> imported(verdict, done, reload),
            failure -> message.set(failures.of(failure)),
            () -> {
              reload.run();
              tryOut();
            }));
  }

  private void imported(ImportVerdict verdict, Runnable done, Runnable reload) {
    if (verdict.refused().isEmpty()) {
      done.run();
      tools.writing().say(texts.get("imported", verdict.imported()));
      reload.run();
    } else {
      mark(verdict);
    }
  }

  /// What was tried out before says nothing about the new text.
  private void typed() {
    trial.cancel();
    passed.set(false);
    typing.call(() -> {
      source = texts.get("pastedText");
      read();
    });
  }

  private void read() {
    passed.set(false);
    try {
      ImportFile file = ImportFile.read(pasted.get());
      List<ImportLine> found = file.lines().stream().map(ImportViewModel::line).toList();
      lines.setAll(found);
      otherCodes.set(!found.isEmpty() && !file.areAllPrinted());
      columns.set(found.isEmpty() ? "" : words(file));
      message.set(whyNothing(file));
    } catch (IllegalArgumentException e) {
      lines.clear();
      columns.set("");
      otherCodes.set(false);
      message.set(texts.get("notCsv", source));
    }
    tryOut();
  }

  /// A text that has no rows says so, unless nothing was given at all.
  private String whyNothing(ImportFile file) {
    if (!file.heading().isEmpty()) {
      return texts.get("noCodeColumn", source, String.join(", ", file.heading()));
    }
    return file.lines().isEmpty() && isTouched() ? texts.get("noCodes", source) : "";
  }

  private static ImportLine line(ImportFile.Numbered read) {
    return new ImportLine(read.number(), read.row().code(), read.row().label(), "");
  }

  private String words(ImportFile file) {
    return file.hasLabels() ? texts.get("columnsBoth") : texts.get("columnsCode");
  }

  /// A newer trial makes an older one meaningless.
  private void tryOut() {
    trial.cancel();
    passed.set(false);
    if (lines.isEmpty() || event.get().isEmpty()) {
      return;
    }
    if (lines.size() > ImportRequest.MAX_ROWS) {
      message.set(texts.get("tooMany", ImportRequest.MAX_ROWS));
      return;
    }
    String eventId = event.get().get().id();
    ImportRequest request = request(true);
    trial =
        tools
            .calls()
            .ask(
                busy,
                () -> apis.tickets().importRows(eventId, request),
                this::mark,
                failure -> message.set(failures.of(failure)));
  }

  private ImportRequest request(boolean dryRun) {
    return new ImportRequest(
        inOrder().map(line -> new ImportRow(line.code(), line.label())).toList(), dryRun);
  }

  private Stream<ImportLine> inOrder() {
    return lines.stream().sorted(Comparator.comparingInt(ImportLine::number));
  }

  /// A reason that names another row, as the file has it.
  private static String inTheFile(String reason, List<ImportLine> sent) {
    return OTHER_ROW
        .matcher(reason)
        .replaceAll(row -> String.valueOf(sent.get(Integer.parseInt(row.group()) - 1).number()));
  }

  /// The server counts the rows it was sent; staff look for a row in their file.
  private void mark(ImportVerdict verdict) {
    List<ImportLine> sent = inOrder().toList();
    Map<Integer, String> reasons =
        verdict.refused().stream()
            .collect(
                Collectors.toMap(
                    refused -> sent.get(refused.row() - 1).number(),
                    refused -> inTheFile(refused.reason(), sent),
                    (first, _) -> first));
    lines.setAll(
        sent.stream()
            .map(line ->
                new ImportLine(
                    line.number(),
                    line.code(),
                    line.label(),
                    reasons.getOrDefault(line.number(), "")))
            .sorted(Comparator.comparing((ImportLine line) -> !line.isBad()))
            .toList());
    passed.set(reasons.isEmpty());
    message.set(
        reasons.isEmpty()
            ? texts.get("allGood", lines.size())
            : texts.get("someBad", reasons.size(), lines.size()));
  }
}
