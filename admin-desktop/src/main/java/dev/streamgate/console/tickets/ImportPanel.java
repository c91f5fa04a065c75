package dev.streamgate.console.tickets;

import dev.streamgate.console.screen.EventChoice;
import dev.streamgate.console.screen.FormPanels;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Opens "Import" over the window, each time with a fresh form.
public record ImportPanel(FormPanels panels, Supplier<ImportViewModel> forms, TicketTexts words) {
  /// Opens it with an event and a file, if there are; `reload` comes after the import.
  public void open(Optional<EventChoice> event, Optional<Path> file, Runnable reload) {
    ImportViewModel model = forms.get();
    panels.open(
        ImportView.class,
        model::isTouched,
        model::cancel,
        (remove, close) -> new ImportView(model, words, () -> model.run(remove, reload), close));
    model.begin(event, file);
  }
}
