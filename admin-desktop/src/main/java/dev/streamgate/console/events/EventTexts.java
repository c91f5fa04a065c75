package dev.streamgate.console.events;

import dev.streamgate.console.api.EventQuery;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Formats;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.events.StreamSource;
import dev.streamgate.model.events.TakeoverRule;

/// Events in the words of the staff.
public record EventTexts(Catalogue texts, Formats formats) {
  public String source(StreamSource source) {
    return switch (source) {
      case LOCAL -> texts.get("local");
      case PROXY -> texts.get("proxy");
    };
  }

  public String state(EventResponse event) {
    if (event.isArchived()) {
      return event.isActive() ? texts.get("archived") : texts.get("archivedInactive");
    }
    return event.isActive() ? texts.get("active") : texts.get("inactive");
  }

  public String hours(int hours) {
    return texts.get("hours", hours);
  }

  /// Whether and how often a device may take over.
  public String takeoverOf(EventResponse event) {
    return switch (event.takeover()) {
      case NEVER -> texts.get("takeoverNever");
      case COUNTED -> texts.get("takeoverTimes", event.maxTakeovers());
    };
  }

  public String takeover(TakeoverRule rule) {
    return switch (rule) {
      case NEVER -> texts.get("takeoverNever");
      case COUNTED -> texts.get("takeoverCounted");
    };
  }

  public String status(EventQuery.Status status) {
    return switch (status) {
      case ALL -> texts.get("allStates");
      case ACTIVE -> texts.get("active");
      case INACTIVE -> texts.get("inactive");
      case ARCHIVED -> texts.get("archived");
    };
  }

  public String timeframe(EventQuery.Timeframe timeframe) {
    return switch (timeframe) {
      case ALL -> texts.get("anyTime");
      case UPCOMING -> texts.get("upcoming");
      case PAST -> texts.get("past");
    };
  }

  public String sort(EventQuery.Sort sort) {
    return switch (sort) {
      case START_DATE -> texts.get("byStart");
      case TITLE -> texts.get("byTitle");
      case TICKET_COUNT -> texts.get("byTickets");
    };
  }
}
