package dev.streamgate.console;

import dev.streamgate.console.events.EventActions;
import dev.streamgate.console.events.EventDetailView;
import dev.streamgate.console.events.EventDetailViewModel;
import dev.streamgate.console.events.EventDraft;
import dev.streamgate.console.events.EventFormPanel;
import dev.streamgate.console.events.EventFormViewModel;
import dev.streamgate.console.events.EventPage;
import dev.streamgate.console.events.EventParts;
import dev.streamgate.console.events.EventTexts;
import dev.streamgate.console.events.EventsView;
import dev.streamgate.console.events.EventsViewModel;
import dev.streamgate.console.events.FolderPanel;
import dev.streamgate.console.events.ItemsPanel;
import dev.streamgate.console.events.ItemsViewModel;
import dev.streamgate.console.screen.Views.Loaded;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.viewers.ViewersView;
import dev.streamgate.console.viewers.ViewersViewModel;
import dev.streamgate.model.events.EventResponse;

/// Makes the screen "Events" with its form and the page of one event.
final class EventWiring {
  private final Surroundings outside;
  private final SharedParts shared;
  private final Catalogue texts;
  private final EventTexts words;
  private final EventsViewModel list;
  private final EventDetailViewModel detail;

  EventWiring(Surroundings outside, SharedParts shared) {
    this.outside = outside;
    this.shared = shared;
    texts = shared.texts(EventsView.class);
    words = new EventTexts(texts, shared.formats());
    list = new EventsViewModel(outside.apis().events(), shared.loading());
    detail =
        new EventDetailViewModel(
            outside.apis(),
            shared.loading(),
            shared.writing(),
            new EventDetailViewModel.Outside(
                outside.desktop().clipboard(),
                outside.desktop().browser(),
                outside.tasks(),
                shared.missingPictures(outside),
                outside.place().now()),
            texts);
  }

  Loaded<EventsView> screen(
      TicketWiring tickets, ViewersViewModel viewers, Loaded<ViewersView> viewersView) {
    EventActions actions =
        new EventActions(
            outside.apis().events(),
            shared.writing(),
            shared.dialogs(),
            texts,
            shared.confirmations(),
            this::refresh);
    EventFormPanel form =
        new EventFormPanel(shared.forms(), this::form, words, outside.place().now());
    EventParts parts = new EventTicketsAndViewers(tickets, viewers, viewersView, detail::refresh);
    EventPage page = page(actions, form, parts);
    return shared
        .views()
        .load(
            EventsView.class,
            () -> new EventsView(list, actions, form, page, words, shared.habits()));
  }

  private EventPage page(EventActions actions, EventFormPanel form, EventParts parts) {
    ItemsPanel items = new ItemsPanel(shared.forms(), this::items, words);
    Loaded<EventDetailView> view =
        shared
            .views()
            .load(
                EventDetailView.class,
                () ->
                    new EventDetailView(
                        detail, actions, new EventDetailView.Tools(form, items), parts, words));
    return new EventPage(
        detail,
        view,
        parts,
        new FolderPanel(shared.dialogs(), outside.desktop().clipboard(), texts));
  }

  private void refresh() {
    list.refresh();
    detail.refresh();
  }

  private EventFormViewModel form(EventDraft draft) {
    return new EventFormViewModel(
        outside.apis(), shared.calls(), texts, shared.failures(), shared.meanwhile(), draft);
  }

  private ItemsViewModel items(EventResponse event) {
    return new ItemsViewModel(
        outside.apis().events(),
        shared.calls(),
        shared.failures(),
        outside.place().zone(),
        shared.meanwhile(),
        event);
  }
}
