package dev.streamgate.console.events;

import dev.streamgate.console.screen.FormPanels;
import dev.streamgate.model.events.EventResponse;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;

/// Opens the form of an event over the window, each time with a fresh draft.
public record EventFormPanel(
    FormPanels panels,
    Function<EventDraft, EventFormViewModel> forms,
    EventTexts words,
    InstantSource clock) {
  /// For a new event; `saved` comes after the form has gone.
  public void create(Consumer<EventResponse> saved) {
    open(EventDraft.ofNew(clock.instant(), words.formats().zone()), saved);
  }

  /// For changing an event.
  public void edit(EventResponse event, Consumer<EventResponse> saved) {
    open(EventDraft.of(event, words.formats().zone()), saved);
  }

  private void open(EventDraft draft, Consumer<EventResponse> saved) {
    EventFormViewModel model = forms.apply(draft);
    panels.open(
        EventFormView.class,
        draft::isTouched,
        (remove, close) ->
            new EventFormView(
                model,
                words,
                event -> {
                  remove.run();
                  saved.accept(event);
                },
                close));
    model.streamTest().lookForEdges();
  }
}
