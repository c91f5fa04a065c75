package dev.streamgate.model.tickets;

import java.util.List;

/// The refusal of a bulk operation, with the ids because of which nothing was done (API §4.4).
public record InvalidTokenIds(String error, List<String> invalidIds) {}
