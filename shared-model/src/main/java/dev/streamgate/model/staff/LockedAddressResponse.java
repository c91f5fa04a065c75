package dev.streamgate.model.staff;

import java.time.Instant;

/// An address, or a network of addresses such as `2001:0db8:0000:0001::/64`, which has shown too
/// many wrong codes and is answered nothing for a while.
///
/// @param refused how many wrong codes of it are in the last minute
/// @param until when it may try again
public record LockedAddressResponse(String address, int refused, Instant until) {}
