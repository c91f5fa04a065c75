package dev.streamgate.console;

import dev.streamgate.console.dashboard.DashboardView;
import dev.streamgate.console.dashboard.DashboardViewModel;
import dev.streamgate.console.dashboard.QuickActions;
import dev.streamgate.console.events.EventActions;
import dev.streamgate.console.events.EventFormPanel;
import dev.streamgate.console.events.EventFormViewModel;
import dev.streamgate.console.events.EventTexts;
import dev.streamgate.console.events.EventsView;
import dev.streamgate.console.events.EventsViewModel;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.Views.Loaded;
import dev.streamgate.console.shell.Destination;
import dev.streamgate.console.shell.ShellViewModel;
import dev.streamgate.console.text.Catalogue;

/// Makes the screens the sidebar leads to.
final class ScreenWiring {
  private final Surroundings outside;
  private final SharedParts shared;
  private final Loaded<? extends ScreenView> dashboard;
  private final Loaded<? extends ScreenView> events;
  private final Loaded<? extends ScreenView> tickets;

  ScreenWiring(Surroundings outside, SharedParts shared, ShellViewModel shell) {
    this.outside = outside;
    this.shared = shared;
    events = events();
    tickets = new TicketWiring(outside, shared).screen();
    dashboard = dashboard(quickActions(shell));
  }

  /// The screen a destination leads to.
  Loaded<? extends ScreenView> at(Destination destination) {
    return switch (destination) {
      case DASHBOARD -> dashboard;
      case EVENTS -> events;
      case TICKETS -> tickets;
    };
  }

  private QuickActions quickActions(ShellViewModel shell) {
    return new QuickActions() {
      @Override
      public void createEvent() {
        shell.currentProperty().set(Destination.EVENTS);
        events.view().createNew();
      }

      @Override
      public void generateTickets() {
        shell.currentProperty().set(Destination.TICKETS);
        tickets.view().createNew();
      }
    };
  }

  private Loaded<DashboardView> dashboard(QuickActions quickActions) {
    DashboardViewModel model =
        new DashboardViewModel(
            outside.apis().dashboard(), shared.calls(), outside.tasks(), shared.failures());
    Catalogue texts = shared.texts(DashboardView.class);
    return shared
        .views()
        .load(
            DashboardView.class,
            () -> new DashboardView(model, texts, shared.formats(), quickActions));
  }

  private Loaded<EventsView> events() {
    Catalogue texts = shared.texts(EventsView.class);
    EventTexts words = new EventTexts(texts, shared.formats());
    EventsViewModel model =
        new EventsViewModel(outside.apis().events(), shared.calls(), shared.failures());
    EventActions actions =
        new EventActions(outside.apis().events(), shared.writing(), shared.dialogs(), texts, model);
    EventFormPanel form =
        new EventFormPanel(
            shared.dialogs(),
            shared.views(),
            draft ->
                new EventFormViewModel(
                    outside.apis().events(),
                    shared.calls(),
                    shared.dialogs(),
                    texts,
                    shared.failures(),
                    draft),
            words,
            outside.place().now());
    return shared.views().load(EventsView.class, () -> new EventsView(model, actions, form, words));
  }
}
