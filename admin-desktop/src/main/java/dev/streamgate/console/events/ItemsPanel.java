package dev.streamgate.console.events;

import dev.streamgate.console.screen.FormPanels;
import dev.streamgate.model.events.EventResponse;
import java.util.function.Function;

/// Opens the items of an event over the window.
public record ItemsPanel(
    FormPanels panels, Function<EventResponse, ItemsViewModel> forms, EventTexts words) {
  public void open(EventResponse event, Runnable saved) {
    ItemsViewModel model = forms.apply(event);
    panels.open(
        ItemsView.class,
        model::isTouched,
        (remove, close) ->
            new ItemsView(
                model,
                words,
                () -> {
                  remove.run();
                  saved.run();
                },
                close));
  }
}
