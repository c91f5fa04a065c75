package dev.streamgate.console.api;

import dev.streamgate.model.events.EventItemResponse;
import dev.streamgate.model.events.EventItemsRequest;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.events.StreamTestResponse;
import java.util.List;

/// Planning events and changing their state.
public interface EventsApi {
  /// All events the query asks for, however many pages the server makes of them.
  Answer<List<EventResponse>> list(EventQuery query);

  /// One event, with the breakdown of its tickets.
  Answer<EventResponse> event(String id);

  Answer<EventResponse> create(EventRequest event);

  Answer<EventResponse> change(String id, EventRequest event);

  Answer<EventResponse> apply(String id, StateChange change);

  /// Deletes the event with all its tickets; `title` is what the staff typed to confirm.
  Answer<Done> delete(String id, String title);

  /// The items the event shall have instead of those it has.
  Answer<List<EventItemResponse>> items(String id, EventItemsRequest items);

  /// Looks whether the event's playlist is there.
  Answer<StreamTestResponse> testStream(String id);

  /// A change of an event's state that staff can take back.
  enum StateChange {
    DEACTIVATE,
    REACTIVATE,
    ARCHIVE,
    UNARCHIVE
  }
}
