package dev.streamgate.server.guard;

import java.time.Instant;

/// An address that is answered nothing at present.
///
/// @param group the address, or the network it counts as, as {@link AddressGroup} names it
/// @param refused how many wrong codes of it are in the window
public record LockedAddress(String group, int refused, Instant until) {}
