package dev.streamgate.console.events;

import dev.streamgate.console.dialog.Panels;
import dev.streamgate.console.screen.Views;
import dev.streamgate.model.events.EventResponse;
import java.util.function.Function;
import javafx.scene.layout.Region;

/// Opens the items of an event over the window.
public record ItemsPanel(
    Panels panels, Views views, Function<EventResponse, ItemsViewModel> forms, EventTexts words) {
  public void open(EventResponse event, Runnable saved) {
    ItemsViewModel model = forms.apply(event);
    panels.open(remove -> {
      Views.Loaded<ItemsView> form =
          views.load(
              ItemsView.class,
              () ->
                  new ItemsView(
                      model,
                      words,
                      () -> {
                        remove.run();
                        saved.run();
                      },
                      remove));
      return new Panels.Panel((Region) form.root(), form.view().firstField(), remove);
    });
  }
}
