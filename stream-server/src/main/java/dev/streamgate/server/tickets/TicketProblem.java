package dev.streamgate.server.tickets;

/// What can be wrong with a change of a ticket.
public enum TicketProblem {
  LABEL,
  MAX_SESSIONS,
  TAKEOVERS_USED
}
