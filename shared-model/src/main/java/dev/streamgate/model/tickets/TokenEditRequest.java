package dev.streamgate.model.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A change of a ticket; what is absent stays as it is. An empty label takes the label off, and
/// takeovers can only be given back.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenEditRequest(
    @Nullable String label, @Nullable Integer maxSessions, @Nullable Integer takeoversUsed) {}
