package dev.streamgate.server.changes;

import java.util.OptionalLong;

/// The result of a unit of work, and the number of the last change it recorded, if it recorded one.
public record Committed<T>(T result, OptionalLong lastSeq) {}
