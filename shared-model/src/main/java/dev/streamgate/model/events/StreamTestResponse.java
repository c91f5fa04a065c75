package dev.streamgate.model.events;

import java.time.Instant;

/// What a look at an event's playlist found (API §4.3).
///
/// @param status that of the answer a player would get
/// @param detail in words for staff
public record StreamTestResponse(boolean ok, int status, String detail, Instant checkedAt) {}
