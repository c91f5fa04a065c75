package dev.streamgate.server.events;

/// An event after a state change, asked for once or again.
///
/// @param seq the change to wait for until every server acts accordingly: the one this caused, else
///   the newest of the log, which comes after whatever caused the state earlier; 0 if the log is
///   empty
public record Settled(Event event, long seq) {}
