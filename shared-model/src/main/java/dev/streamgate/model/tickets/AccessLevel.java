package dev.streamgate.model.tickets;

/// Whether a ticket obeys all access rules, or opens inactive events and locked items as well.
public enum AccessLevel {
  STANDARD,
  STAFF
}
