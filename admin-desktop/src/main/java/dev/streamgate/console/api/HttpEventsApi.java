package dev.streamgate.console.api;

import dev.streamgate.console.api.EventQuery.Status;
import dev.streamgate.console.api.HttpServerCalls.Reader;
import dev.streamgate.model.events.EventItemResponse;
import dev.streamgate.model.events.EventItemsRequest;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.events.StreamTestResponse;
import dev.streamgate.model.json.Page;
import dev.streamgate.model.json.Pagination;
import dev.streamgate.model.json.WireJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Planning events over HTTP (API §4.3).
public final class HttpEventsApi implements EventsApi {
  private static final String EVENTS = "/api/admin/events";
  private static final int LARGEST_PAGE = 200;
  private static final Reader<EventResponse> EVENT = Reader.data(EventResponse.class);

  private final HttpServerCalls calls;

  public HttpEventsApi(HttpServerCalls calls) {
    this.calls = calls;
  }

  /// The API lists either active or deactivated events; "all" is therefore asked as both.
  @Override
  public Answer<List<EventResponse>> list(EventQuery query) {
    if (query.status() != Status.ALL) {
      return pages(query, query.status(), 1);
    }
    return pages(query, Status.ACTIVE, 1)
        .then(active ->
            pages(query, Status.INACTIVE, 1)
                .map(inactive -> merged(active, inactive, query.sort())));
  }

  @Override
  public Answer<EventResponse> event(String id) {
    return calls.get(path(id, ""), EVENT);
  }

  @Override
  public Answer<EventResponse> create(EventRequest event) {
    return calls.post(EVENTS, event, EVENT);
  }

  @Override
  public Answer<EventResponse> change(String id, EventRequest event) {
    return calls.put(path(id, ""), event, EVENT);
  }

  @Override
  public Answer<EventResponse> apply(String id, StateChange change) {
    return calls.patch(path(id, "/" + lower(change)), EVENT);
  }

  @Override
  public Answer<Done> delete(String id, String title) {
    return calls.delete(path(id, ""), "X-Confirm-Delete", Query.encoded(title));
  }

  @Override
  public Answer<List<EventItemResponse>> items(String id, EventItemsRequest items) {
    return calls.put(path(id, "/items"), items, Reader.list(EventItemResponse.class));
  }

  @Override
  public Answer<StreamTestResponse> testStream(String id) {
    return calls.post(path(id, "/test-stream"), Map.of(), Reader.data(StreamTestResponse.class));
  }

  private Answer<List<EventResponse>> pages(EventQuery query, Status status, int page) {
    Query path =
        Query.of(EVENTS)
            .with("status", lower(status))
            .with("timeframe", timeframe(query))
            .with("sort", sort(query))
            .with("includeArchived", query.includeArchived())
            .with("page", page)
            .with("limit", LARGEST_PAGE);
    return calls
        .get(path.toString(), answer -> WireJson.readPage(answer.body(), EventResponse.class))
        .then(first -> withFollowing(first, query, status, page));
  }

  private Answer<List<EventResponse>> withFollowing(
      Page<EventResponse> rows, EventQuery query, Status status, int page) {
    Pagination position = rows.pagination();
    if (position == null || page >= position.totalPages()) {
      return Answer.of(rows.data());
    }
    return pages(query, status, page + 1).map(following -> joined(rows.data(), following));
  }

  private static List<EventResponse> merged(
      List<EventResponse> active, List<EventResponse> inactive, EventQuery.Sort sort) {
    List<EventResponse> all = new ArrayList<>(joined(active, inactive));
    all.sort(order(sort));
    return List.copyOf(all);
  }

  private static Comparator<EventResponse> order(EventQuery.Sort sort) {
    return switch (sort) {
      case START_DATE -> Comparator.comparing(EventResponse::startsAt).reversed();
      case TITLE -> Comparator.comparing(EventResponse::title, String.CASE_INSENSITIVE_ORDER);
      case TICKET_COUNT -> Comparator.comparingLong(EventResponse::tokenCount).reversed();
    };
  }

  private static List<EventResponse> joined(List<EventResponse> a, List<EventResponse> b) {
    List<EventResponse> both = new ArrayList<>(a);
    both.addAll(b);
    return List.copyOf(both);
  }

  private static String timeframe(EventQuery query) {
    return query.timeframe() == EventQuery.Timeframe.ALL ? "" : lower(query.timeframe());
  }

  private static String sort(EventQuery query) {
    return switch (query.sort()) {
      case START_DATE -> "startDate";
      case TITLE -> "title";
      case TICKET_COUNT -> "tokenCount";
    };
  }

  private static String path(String id, String rest) {
    return EVENTS + "/" + Query.encoded(id) + rest;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
