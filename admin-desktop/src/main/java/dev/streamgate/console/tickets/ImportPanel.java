package dev.streamgate.console.tickets;

import dev.streamgate.console.dialog.Panels;
import dev.streamgate.console.screen.EventChoice;
import dev.streamgate.console.screen.Views;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.Region;

/// Opens "Import" over the window, each time with a fresh form.
public record ImportPanel(
    Panels panels, Views views, Supplier<ImportViewModel> forms, TicketTexts words) {
  /// Opens it with an event and a file, if there are; `reload` comes after the import.
  public void open(Optional<EventChoice> event, Optional<Path> file, Runnable reload) {
    ImportViewModel model = forms.get();
    panels.open(remove -> {
      Views.Loaded<ImportView> form =
          views.load(ImportView.class, () -> new ImportView(model, words, reload, remove));
      return new Panels.Panel((Region) form.root(), form.view().firstField(), remove);
    });
    model.begin(event, file);
  }
}
