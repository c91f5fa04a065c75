package dev.streamgate.model.tickets;

/// How many codes became tickets or, in a dry run, would become some (API §4.4).
public record ImportResponse(int imported) {}
