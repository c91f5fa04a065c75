/// Seats: how many devices may use a ticket at once, and which ones do.
@NullMarked
package dev.streamgate.server.sessions;

import org.jspecify.annotations.NullMarked;
