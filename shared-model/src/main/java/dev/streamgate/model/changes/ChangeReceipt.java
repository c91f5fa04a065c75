package dev.streamgate.model.changes;

/// The sequence number under which the media side learns of a state change (API §4.6).
public record ChangeReceipt(long seq) {}
