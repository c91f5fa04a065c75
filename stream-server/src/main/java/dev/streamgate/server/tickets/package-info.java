/// Tickets and their codes: making, finding, revoking.
@NullMarked
package dev.streamgate.server.tickets;

import org.jspecify.annotations.NullMarked;
