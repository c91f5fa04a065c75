/// Tickets on the wire, and how a code is written, read and checked.
@NullMarked
package dev.streamgate.model.tickets;

import org.jspecify.annotations.NullMarked;
