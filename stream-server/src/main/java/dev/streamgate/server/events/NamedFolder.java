package dev.streamgate.server.events;

import java.util.Optional;

/// The folder of an event's stream that staff named: one of ours by its name, or one of another
/// server by its address.
public record NamedFolder(Optional<String> name, Optional<String> address) {}
