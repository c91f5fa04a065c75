package dev.streamgate.server.sessions;

/// The wish of a device to watch with a ticket.
///
/// @param maxSessions how many devices may use the ticket at once
/// @param maxTakeovers how often a device may push another one out; 0 for never
/// @param takeover whether this device wants to, should no seat be free
public record SeatRequest(
    String ticketId,
    String eventId,
    int maxSessions,
    int maxTakeovers,
    boolean takeover,
    Device device) {}
