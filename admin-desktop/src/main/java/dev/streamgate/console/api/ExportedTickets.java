package dev.streamgate.console.api;

/// The tickets of an event as CSV text, with the file name the server proposes.
public record ExportedTickets(String fileName, String csv) {}
