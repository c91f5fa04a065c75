package dev.streamgate.server.tickets;

/// What can be wrong with an order for a batch of tickets.
public enum OrderProblem {
  COUNT,
  LABEL,
  CODE_STYLE,
  MAX_SESSIONS,
  ACCESS_LEVEL,
  ITEM,
  MAX_HEIGHT
}
