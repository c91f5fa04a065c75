package dev.streamgate.console.events;

import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.Views;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.insight.ConsoleMessage;
import java.util.Optional;
import javafx.scene.Parent;

/// The page of one event as the list uses it.
public final class EventPage {
  private final EventDetailViewModel model;
  private final EventDetailView view;
  private final Parent root;
  private final EventParts parts;
  private final FolderPanel folder;

  public EventPage(
      EventDetailViewModel model,
      Views.Loaded<EventDetailView> loaded,
      EventParts parts,
      FolderPanel folder) {
    this.model = model;
    this.view = loaded.view();
    this.root = loaded.root();
    this.parts = parts;
    this.folder = folder;
  }

  Parent root() {
    return root;
  }

  boolean isOpen() {
    return model.isOpen();
  }

  void open(EventResponse event) {
    view.open(event);
  }

  void close() {
    model.close();
  }

  /// What leads back to the list.
  void onBack(Runnable back) {
    model.onGone(back);
    view.onBack(back);
  }

  void refresh() {
    view.refresh();
  }

  void tick() {
    parts.tick(true);
    model.tick();
  }

  void told(ConsoleMessage message) {
    model.told(message);
    parts.told(message);
  }

  /// The tickets of the event in view, for the keys of the window.
  Optional<ScreenView> keys() {
    return isOpen() ? Optional.of(parts.ticketKeys()) : Optional.empty();
  }

  void showFolder(EventResponse event) {
    folder.open(event);
  }
}
