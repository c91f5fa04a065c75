package dev.streamgate.console.door;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.ServerApis;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.task.TaskRunner.Running;
import dev.streamgate.model.tickets.LookupResponse;
import java.time.Duration;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One code after the other. Where all codes are printed ones, twelve right symbols end the input
/// by themselves; Enter always does.
public final class DoorViewModel {
  private static final Duration SWALLOW = Duration.ofMillis(500);
  private static final String ALL_PRINTED = "print";
  private static final int MOST_REMEMBERED = 10;

  private final ServerApis apis;
  private final ServerCalls calls;
  private final TaskRunner tasks;
  private final FailureTexts failures;
  private final DoorWords words;
  private final DoorSounds sounds;
  private final StringProperty input = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<DoorVerdict> verdict;
  private final ObservableList<String> history = FXCollections.observableArrayList();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final BooleanProperty asking = new SimpleBooleanProperty();
  private boolean allPrinted;
  private boolean swallowing;
  private String looked = "";
  private Running request = Running.NOTHING;
  private Running swallow = Running.NOTHING;

  public DoorViewModel(
      ServerApis apis,
      ServerCalls calls,
      TaskRunner tasks,
      FailureTexts failures,
      DoorWords words,
      DoorSounds sounds) {
    this.apis = apis;
    this.calls = calls;
    this.tasks = tasks;
    this.failures = failures;
    this.words = words;
    this.sounds = sounds;
    this.verdict = new ReadOnlyObjectWrapper<>(words.ready(false));
    input.addListener((_, _, typed) -> endByItself(typed));
  }

  public StringProperty inputProperty() {
    return input;
  }

  public ReadOnlyObjectProperty<DoorVerdict> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /// The last ten look-ups, the newest first, with no more than the last four symbols.
  public ObservableList<String> history() {
    return history;
  }

  /// Asks what kinds of codes there are; until it is known, only Enter ends the input.
  public void begin() {
    calls.ask(
        asking,
        apis.portal()::config,
        config -> knows(config.codeStyle().equals(ALL_PRINTED)),
        failure -> {});
  }

  /// A key is about to be typed: after an answer it begins a new code.
  public void beforeKey() {
    if (verdict.get().isAnswer()) {
      clear();
    }
  }

  /// Enter. After an input that ended by itself, a scanner's own Enter is not a second one.
  public void enter() {
    if (!swallowing && !verdict.get().isAnswer() && !input.get().isBlank()) {
      look();
    }
  }

  /// Frees the seat, then looks again.
  public void release() {
    verdict
        .get()
        .released()
        .filter(session -> !busy.get())
        .ifPresent(session ->
            ask(
                () ->
                    apis.sessions()
                        .release(session.sessionId())
                        .then(done -> apis.sessions().lookup(looked)),
                looked));
  }

  public void clear() {
    request.cancel();
    input.set("");
    verdict.set(words.ready(allPrinted));
  }

  private void knows(boolean printed) {
    allPrinted = printed;
    if (verdict.get().tone() == DoorVerdict.Tone.READY) {
      verdict.set(hint(new DoorInput(input.get())));
    }
  }

  private DoorVerdict hint(DoorInput typed) {
    return allPrinted && typed.isComplete() ? words.waiting() : words.ready(allPrinted);
  }

  private void endByItself(String typed) {
    DoorInput read = new DoorInput(typed);
    boolean complete =
        allPrinted && !read.isLink() && read.isPrinted() && read.isCheckSymbolRight();
    if (complete && verdict.get().tone() == DoorVerdict.Tone.READY) {
      swallowing = true;
      swallow.cancel();
      swallow = tasks.after(SWALLOW, () -> swallowing = false);
      look();
    } else if (verdict.get().tone() == DoorVerdict.Tone.READY) {
      verdict.set(hint(read));
    }
  }

  private void look() {
    DoorInput read = new DoorInput(input.get());
    looked = read.code();
    if (allPrinted && !(read.isPrinted() && read.isCheckSymbolRight())) {
      answer(words.misspelled(), looked);
    } else {
      String code = looked;
      ask(() -> apis.sessions().lookup(code), code);
    }
  }

  private void ask(Supplier<Answer<LookupResponse>> question, String code) {
    request.cancel();
    verdict.set(words.looking());
    request =
        calls.ask(
            busy,
            question,
            given -> answer(words.of(given), code),
            failure -> answer(failed(failure), code));
  }

  private void answer(DoorVerdict given, String code) {
    verdict.set(given);
    sounds.play(given.tone());
    if (!code.isEmpty()) {
      history.addFirst(words.entry(given, code));
      if (history.size() > MOST_REMEMBERED) {
        history.removeLast();
      }
    }
  }

  private DoorVerdict failed(ApiFailure failure) {
    return failure instanceof ApiFailure.Unreachable
        ? words.away()
        : words.refused(failures.of(failure));
  }
}
