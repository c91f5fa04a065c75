package dev.streamgate.console.screen;

import dev.streamgate.console.api.EdgesApi;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.connection.StatusLine;
import dev.streamgate.console.connection.StatusLine.Notice;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.task.TaskRunner.Running;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Formats;
import dev.streamgate.model.changes.ChangeConfirmation;
import dev.streamgate.model.changes.ChangeReceipt;
import dev.streamgate.model.insight.ConsoleMessage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// Follows a change until every server acts on it, and tells how far it is in the status line.
public final class Confirmations {
  private static final List<Duration> LOOKS =
      List.of(
          Duration.ofMillis(250),
          Duration.ofMillis(250),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2));
  private static final int MOST_LOOKS = 150;
  private static final int LOOKS_BEFORE_NAMING = 3;

  private final EdgesApi api;
  private final ServerCalls calls;
  private final TaskRunner tasks;
  private final StatusLine status;
  private final Words words;
  private final BooleanProperty looking = new SimpleBooleanProperty();
  private Running next = Running.NOTHING;
  private Notice shown = Notice.NONE;
  private String undoLabel = "";
  private Runnable undo = () -> {};
  private long seq;

  /// The words of the status line, and how numbers and times are written in them.
  public record Words(Catalogue texts, Formats formats) {}

  public Confirmations(
      EdgesApi api, ServerCalls calls, TaskRunner tasks, StatusLine status, Words words) {
    this.api = api;
    this.calls = calls;
    this.tasks = tasks;
    this.status = status;
    this.words = words;
  }

  /// Tells that this server blocks, and from then on which others do.
  ///
  /// @param change null if the server named none
  public void follow(@Nullable ChangeReceipt change) {
    follow(change, "", () -> {});
  }

  /// The same, with a way to take it back that stays offered (blank label: none).
  public void follow(@Nullable ChangeReceipt change, String label, Runnable takeBack) {
    next.cancel();
    undoLabel = label;
    undo = takeBack;
    show(words.texts().get("blockedHere"), false);
    if (change != null) {
      seq = change.seq();
      next = tasks.after(LOOKS.getFirst(), () -> look(1));
    }
  }

  /// What the server tells by itself comes sooner than a look.
  public void told(ConsoleMessage message) {
    if (message instanceof ConsoleMessage.Changes(List<ChangeConfirmation> changes)) {
      changes.stream()
          .filter(change -> change.seq() == seq && change.confirmed())
          .findFirst()
          .ifPresent(change -> show(change, 0));
    }
  }

  private void look(int count) {
    long wanted = seq;
    if (!isOurs()) {
      return;
    }
    calls.ask(
        looking,
        () -> api.confirmation(wanted),
        change -> {
          if (isOurs() && wanted == seq) {
            show(change, count);
          }
        },
        failure -> {});
  }

  private void show(ChangeConfirmation change, int count) {
    if (change.edges().isEmpty() || !isOurs()) {
      return;
    }
    Long after = change.confirmedAfterMs();
    if (change.confirmed() && after != null) {
      next.cancel();
      show(words.texts().get("blockedEverywhere", words.formats().seconds(after)), false);
      return;
    }
    if (count >= LOOKS_BEFORE_NAMING) {
      show(words.texts().get("notConfirmed", awaited(change)), true);
    }
    if (count < MOST_LOOKS) {
      next = tasks.after(LOOKS.get(Math.min(count, LOOKS.size() - 1)), () -> look(count + 1));
    }
  }

  private String awaited(ChangeConfirmation change) {
    return change.edges().stream()
        .filter(edge -> edge.confirmedAt() == null)
        .map(edge ->
            words
                .texts()
                .get("awaited", edge.edgeId(), words.formats().shortTime(edge.lastSeenAt())))
        .collect(Collectors.joining(", "));
  }

  /// Whether the status line still tells of this change, and nothing newer.
  private boolean isOurs() {
    return status.noticeProperty().get().equals(shown);
  }

  private void show(String text, boolean warning) {
    shown = new Notice(text, warning, undoLabel, undo);
    status.show(shown);
  }
}
