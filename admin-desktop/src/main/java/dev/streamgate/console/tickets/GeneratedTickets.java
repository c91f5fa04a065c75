package dev.streamgate.console.tickets;

import dev.streamgate.console.desktop.FolderOpener;
import dev.streamgate.console.desktop.TextSaver;
import dev.streamgate.console.dialog.Dialogs;
import dev.streamgate.console.dialog.Question;
import dev.streamgate.console.screen.EventChoice;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.tickets.GeneratedToken;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A batch that has just been made. It asks before it is put away with no code copied or exported.
public final class GeneratedTickets {
  private final CodeCopies copies;
  private final TextSaver saver;
  private final Dialogs dialogs;
  private final Catalogue texts;
  private final ObservableList<GeneratedToken> tickets = FXCollections.observableArrayList();
  private final StringProperty message = new SimpleStringProperty("");
  private final Supplier<LocalDateTime> clock;
  private String eventTitle = "";
  private LocalDateTime made;
  private final FolderOpener folders;
  private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper();
  private @Nullable Path file;
  private boolean taken;

  public GeneratedTickets(
      CodeCopies copies,
      TextSaver saver,
      FolderOpener folders,
      Dialogs dialogs,
      Catalogue texts,
      Supplier<LocalDateTime> clock) {
    this.clock = clock;
    this.made = clock.get();
    this.folders = folders;
    this.copies = copies;
    this.saver = saver;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  public ObservableList<GeneratedToken> tickets() {
    return tickets;
  }

  /// What was last done with the batch.
  public StringProperty messageProperty() {
    return message;
  }

  public CodeCopies copies() {
    return copies;
  }

  void show(EventChoice event, List<GeneratedToken> batch) {
    eventTitle = event.title();
    this.made = clock.get();
    tickets.setAll(batch);
    message.set(texts.get("generated", batch.size(), eventTitle));
  }

  public void copy(GeneratedToken ticket) {
    taken = true;
    copies.copy(ticket.id(), ticket.displayCode());
  }

  public void copyAll() {
    taken = true;
    copies.copyAll(tickets.stream().map(GeneratedToken::displayCode).toList());
    message.set(texts.get("copiedAll", tickets.size()));
  }

  public void export() {
    TicketCsv csv = TicketCsv.of(eventTitle, tickets, made);
    saver.save(
        csv.fileName(),
        csv.text(),
        written -> {
          taken = true;
          file = written;
          saved.set(true);
          message.set(texts.get("saved", tickets.size(), written));
        },
        reason -> message.set(texts.get("notSaved", reason)));
  }

  /// Whether the batch is in a file whose folder can be opened.
  public ReadOnlyBooleanProperty savedProperty() {
    return saved.getReadOnlyProperty();
  }

  public void openFolder() {
    Path written = file;
    if (written != null) {
      folders.open(written.resolveSibling(""));
    }
  }

  /// Calls `close` unless the staff would rather copy something first.
  public void requestClose(Runnable close) {
    if (taken || tickets.isEmpty()) {
      close.run();
      return;
    }
    dialogs.ask(
        new Question(
            texts.get("closeTitle"),
            texts.get("closeQuestion"),
            texts.get("cancel"),
            texts.get("closeAnyway")),
        close);
  }
}
