package dev.streamgate.model.changes;

/// The answer to an acknowledgement: the number of the newest change.
public record AcknowledgementResponse(boolean ok, long cursor) {}
