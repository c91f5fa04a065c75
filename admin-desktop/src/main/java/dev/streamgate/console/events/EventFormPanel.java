package dev.streamgate.console.events;

import dev.streamgate.console.dialog.Panels;
import dev.streamgate.console.dialog.Panels.Panel;
import dev.streamgate.console.screen.Views;
import dev.streamgate.console.screen.Views.Loaded;
import dev.streamgate.model.events.EventResponse;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.layout.Region;

/// Opens the form of an event over the window, each time with a fresh draft.
public record EventFormPanel(
    Panels panels,
    Views views,
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
    panels.open(remove -> {
      Runnable close = () -> model.requestClose(remove);
      Runnable save =
          () ->
              model.save(event -> {
                remove.run();
                saved.accept(event);
              });
      Loaded<EventFormView> form =
          views.load(EventFormView.class, () -> new EventFormView(model, words, save, close));
      model.streamTest().lookForEdges();
      return new Panel((Region) form.root(), form.view().firstField(), close);
    });
  }
}
