package dev.streamgate.model.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.streamgate.model.events.EventRequest;
import org.jspecify.annotations.Nullable;

/// An event that the command line orders, and tickets for it; all of it is made or nothing.
///
/// @param codes how many tickets, 1–500; absent or 0 for none
/// @param label of the tickets
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventOrder(
    @Nullable EventRequest event, @Nullable Integer codes, @Nullable String label) {}
