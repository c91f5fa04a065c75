package dev.streamgate.server.changes;

import java.time.Duration;

/// What changes wait for at present.
///
/// @param lost how many edges are expected and have not been heard of for more than a minute
/// @param behind for how long the oldest change has been waiting that an edge which is heard of has
///   not confirmed
public record Stragglers(long lost, Duration behind) {}
