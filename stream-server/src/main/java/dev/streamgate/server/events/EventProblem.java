package dev.streamgate.server.events;

/// What can be wrong with what staff send for an event.
public enum EventProblem {
  TITLE_MISSING,
  TITLE_TOO_LONG,
  DESCRIPTION,
  STREAM,
  POSTER,
  DATE,
  SCHEDULE,
  ACCESS_WINDOW,
  PREVIEW,
  WATERMARK,
  TAKEOVER,
  MAX_TAKEOVERS
}
