package dev.streamgate.server.media.files;

import java.net.URI;

/// A file of another server and its place in the cache.
///
/// @param source the address of the event's folder there
/// @param address its own address, with the directives of a low-latency player if there are any
record RemoteFile(CacheKey place, String source, URI address) {}
