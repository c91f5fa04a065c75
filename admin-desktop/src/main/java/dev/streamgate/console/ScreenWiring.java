package dev.streamgate.console;

import dev.streamgate.console.dashboard.DashboardView;
import dev.streamgate.console.dashboard.DashboardViewModel;
import dev.streamgate.console.dashboard.QuickActions;
import dev.streamgate.console.dashboard.ViewerHistory;
import dev.streamgate.console.diagnostics.SupportNote;
import dev.streamgate.console.door.DoorSounds;
import dev.streamgate.console.door.DoorView;
import dev.streamgate.console.door.DoorViewModel;
import dev.streamgate.console.door.DoorWords;
import dev.streamgate.console.events.EventsView;
import dev.streamgate.console.host.HostViewModel;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.Views.Loaded;
import dev.streamgate.console.settings.LanguageSwitch;
import dev.streamgate.console.shell.Destination;
import dev.streamgate.console.shell.ShellViewModel;
import dev.streamgate.console.tickets.TicketsView;
import dev.streamgate.console.tickets.TicketsViewModel;
import dev.streamgate.console.viewers.ViewersView;
import dev.streamgate.console.viewers.ViewersViewModel;
import java.util.EnumMap;
import java.util.Map;

/// Makes the screens the sidebar leads to, each when it is first wanted.
final class ScreenWiring {
  private final Surroundings outside;
  private final SharedParts shared;
  private final ShellViewModel shell;
  private final ViewerHistory history;
  private final SupportNote.LogLines log;
  private final LanguageSwitch language;
  private final TicketWiring tickets;
  private final OperationWiring operation;
  private final Map<Destination, Loaded<? extends ScreenView>> made =
      new EnumMap<>(Destination.class);

  ScreenWiring(
      Surroundings outside,
      SharedParts shared,
      ShellViewModel shell,
      ViewerHistory history,
      HostViewModel host,
      LanguageSwitch language) {
    this.outside = outside;
    this.shared = shared;
    this.shell = shell;
    this.history = history;
    this.log = host::linesAbout;
    this.language = language;
    tickets = new TicketWiring(outside, shared, host::inNetwork);
    operation = new OperationWiring(outside, shared, shell);
  }

  /// The screen a destination leads to.
  Loaded<? extends ScreenView> at(Destination destination) {
    Loaded<? extends ScreenView> known = made.get(destination);
    if (known == null) {
      known = make(destination);
      made.put(destination, known);
    }
    return known;
  }

  /// Makes all screens anew for whoever signs in next, perhaps elsewhere.
  void forget() {
    made.clear();
  }

  /// Whether something is typed in a screen that would be lost with it.
  boolean isTouched() {
    return made.values().stream().anyMatch(screen -> screen.view().isTouched());
  }

  private Loaded<? extends ScreenView> make(Destination destination) {
    return switch (destination) {
      case DASHBOARD -> dashboard();
      case EVENTS -> events();
      case TICKETS -> tickets();
      case VIEWERS -> viewers(viewersModel(), false);
      case DOOR -> door();
      case DIAGNOSTICS -> operation.diagnostics(log);
      case EDGES -> operation.edges();
      case AUDIT -> operation.audit();
      case STAFF -> operation.staff();
      case SETTINGS -> operation.settings(language);
    };
  }

  private QuickActions quickActions() {
    return new QuickActions() {
      @Override
      public void createEvent() {
        shell.currentProperty().set(Destination.EVENTS);
        at(Destination.EVENTS).view().createNew();
      }

      @Override
      public void generateTickets() {
        shell.currentProperty().set(Destination.TICKETS);
        at(Destination.TICKETS).view().createNew();
      }
    };
  }

  private Loaded<DashboardView> dashboard() {
    DashboardViewModel model =
        new DashboardViewModel(
            outside.apis().dashboard(),
            shared.loading(),
            outside.tasks(),
            history,
            shared.missingPictures(outside));
    return shared
        .views()
        .load(
            DashboardView.class,
            () ->
                new DashboardView(
                    model,
                    shared.texts(DashboardView.class),
                    shared.formats(),
                    outside.place().now(),
                    quickActions()));
  }

  private Loaded<EventsView> events() {
    ViewersViewModel viewers = viewersModel();
    return new EventWiring(outside, shared).screen(tickets, viewers, viewers(viewers, true));
  }

  private Loaded<TicketsView> tickets() {
    TicketsViewModel model = tickets.model();
    return tickets.screen(model, tickets.tools(model), false);
  }

  private ViewersViewModel viewersModel() {
    return new ViewersViewModel(
        outside.apis().sessions(),
        shared.loading(),
        shared.releasing(outside),
        outside.place().now(),
        shared.texts(ViewersView.class));
  }

  private Loaded<ViewersView> viewers(ViewersViewModel model, boolean embedded) {
    return shared
        .views()
        .load(
            ViewersView.class,
            () ->
                new ViewersView(
                    model,
                    shared.texts(ViewersView.class),
                    new ViewersView.Manner(shared.formats(), outside.place().now(), embedded),
                    shared.habits()));
  }

  private Loaded<DoorView> door() {
    DoorWords words =
        new DoorWords(shared.texts(DoorView.class), shared.formats(), outside.place().now());
    DoorViewModel model =
        new DoorViewModel(
            outside.apis(),
            shared.calls(),
            outside.tasks(),
            shared.failures(),
            words,
            new DoorSounds(outside.desktop().sounds(), outside.preferences()));
    return shared
        .views()
        .load(DoorView.class, () -> new DoorView(model, words.release(shared.shortcut())));
  }
}
