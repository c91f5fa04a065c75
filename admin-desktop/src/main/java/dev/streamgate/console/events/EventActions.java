package dev.streamgate.console.events;

import dev.streamgate.console.api.EventsApi;
import dev.streamgate.console.api.EventsApi.StateChange;
import dev.streamgate.console.dialog.Dialogs;
import dev.streamgate.console.screen.Confirmations;
import dev.streamgate.console.screen.Writing;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.events.EventResponse;
import javafx.beans.binding.BooleanBinding;

/// The changes of an event's state, each asked first.
public final class EventActions {
  private final EventsApi api;
  private final Writing writing;
  private final Dialogs dialogs;
  private final Catalogue texts;
  private final Runnable changed;
  private final Confirmations confirmations;
  private final EventQuestions questions;

  /// @param changed shows what there is anew
  public EventActions(
      EventsApi api,
      Writing writing,
      Dialogs dialogs,
      Catalogue texts,
      Confirmations confirmations,
      Runnable changed) {
    this.api = api;
    this.writing = writing;
    this.dialogs = dialogs;
    this.texts = texts;
    this.changed = changed;
    this.confirmations = confirmations;
    this.questions = new EventQuestions(texts);
  }

  /// Whether changes can be made now.
  public BooleanBinding allowed() {
    return writing.allowed();
  }

  public void toggleActive(EventResponse event) {
    change(event, event.isActive() ? StateChange.DEACTIVATE : StateChange.REACTIVATE);
  }

  public void toggleArchived(EventResponse event) {
    change(event, event.isArchived() ? StateChange.UNARCHIVE : StateChange.ARCHIVE);
  }

  /// Asks twice; what the first question says is asked of the server at that moment.
  public void delete(EventResponse event) {
    writing.write(
        () -> api.event(event.id()),
        now ->
            dialogs.ask(
                questions.deleteFirst(now),
                () ->
                    writing.ask(
                        questions.deleteSecond(now),
                        () -> api.delete(now.id(), now.title()),
                        done -> tell(texts.get("deletedNow", now.title())))));
  }

  private void change(EventResponse event, StateChange change) {
    writing.ask(
        questions.before(change, event),
        () -> api.apply(event.id(), change),
        changed -> done(changed, change));
  }

  private void done(EventResponse event, StateChange change) {
    if (change == StateChange.DEACTIVATE) {
      confirmations.follow(event.change());
      changed.run();
    } else if (change == StateChange.ARCHIVE) {
      writing.say(questions.after(change, event), texts.get("undo"), () -> undoArchive(event));
      changed.run();
    } else {
      tell(questions.after(change, event));
    }
  }

  private void undoArchive(EventResponse event) {
    writing.write(
        () -> api.apply(event.id(), StateChange.UNARCHIVE),
        shown -> tell(questions.after(StateChange.UNARCHIVE, shown)));
  }

  private void tell(String message) {
    writing.say(message);
    changed.run();
  }
}
