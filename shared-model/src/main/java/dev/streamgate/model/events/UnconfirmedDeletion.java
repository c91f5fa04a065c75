package dev.streamgate.model.events;

/// The refusal to delete an event whose title was not sent along, with what would be lost (API
/// §4.3).
public record UnconfirmedDeletion(String error, long tokenCount) {}
