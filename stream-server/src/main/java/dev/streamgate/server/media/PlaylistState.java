package dev.streamgate.server.media;

import java.time.Instant;

/// What a look at an event's media playlist shows.
///
/// @param etag changes with the playlist
public record PlaylistState(PlaylistKind kind, Instant lastModified, String etag) {}
