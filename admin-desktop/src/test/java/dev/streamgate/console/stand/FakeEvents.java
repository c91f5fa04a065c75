package dev.streamgate.console.stand;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.Done;
import dev.streamgate.console.api.EventQuery;
import dev.streamgate.console.api.EventsApi;
import dev.streamgate.model.events.EventItemResponse;
import dev.streamgate.model.events.EventItemsRequest;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.events.StreamTestResponse;
import dev.streamgate.model.json.WireJson;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The events of the fake server.
record FakeEvents(FakeServer server) implements EventsApi {
  @Override
  public Answer<List<EventResponse>> list(EventQuery query) {
    return server.answer(
        "events",
        () -> Answer.of(server.events.stream().filter(event -> matches(event, query)).toList()));
  }

  @Override
  public Answer<EventResponse> event(String id) {
    return server.answer("event", () -> change(id, event -> EventChanges.detailed(event, server)));
  }

  @Override
  public Answer<EventResponse> create(EventRequest event) {
    return server.answer(
        "create",
        () -> {
          EventResponse made =
              EventChanges.with(Samples.event("evt-" + server.events.size() + 1, ""), event);
          server.events.add(made);
          return Answer.of(made);
        });
  }

  @Override
  public Answer<EventResponse> change(String id, EventRequest request) {
    return server.answer("change", () -> change(id, event -> EventChanges.with(event, request)));
  }

  @Override
  public Answer<EventResponse> apply(String id, StateChange change) {
    return server.answer(
        "apply " + change, () -> change(id, event -> EventChanges.after(event, change)));
  }

  @Override
  public Answer<Done> delete(String id, String title) {
    return server.answer(
        "delete",
        () -> {
          boolean gone =
              server.events.removeIf(event -> event.id().equals(id) && event.title().equals(title));
          return gone
              ? Answer.of(Done.DONE)
              : Answer.failed(new ApiFailure.Refused(404, "Event not found"));
        });
  }

  @Override
  public Answer<List<EventItemResponse>> items(String id, EventItemsRequest items) {
    return server.answer(
        "items",
        () ->
            Answer.of(
                items.items().stream()
                    .map(item ->
                        new EventItemResponse(
                            item.item(),
                            item.title(),
                            Optional.ofNullable(item.availableAt())
                                .map(WireJson::parseInstant)
                                .orElse(null)))
                    .toList()));
  }

  @Override
  public Answer<StreamTestResponse> testStream(String id) {
    return server.answer("testStream", () -> Answer.of(tested(!server.pictureless.contains(id))));
  }

  private static StreamTestResponse tested(boolean found) {
    return found
        ? new StreamTestResponse(true, 200, "Playlist found", Samples.NOW)
        : new StreamTestResponse(false, 404, "No playlist", Samples.NOW);
  }

  private Answer<EventResponse> change(String id, UnaryOperator<EventResponse> change) {
    for (int i = 0; i < server.events.size(); i++) {
      if (server.events.get(i).id().equals(id)) {
        server.events.set(i, change.apply(server.events.get(i)));
        return Answer.of(server.events.get(i));
      }
    }
    return Answer.failed(new ApiFailure.Refused(404, "Event not found"));
  }

  private static boolean matches(EventResponse event, EventQuery query) {
    return switch (query.status()) {
      case ALL -> query.includeArchived() || !event.isArchived();
      case ACTIVE -> event.isActive() && (query.includeArchived() || !event.isArchived());
      case INACTIVE -> !event.isActive() && (query.includeArchived() || !event.isArchived());
      case ARCHIVED -> event.isArchived();
    };
  }
}
