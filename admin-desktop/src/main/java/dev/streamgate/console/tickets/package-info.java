/// The list of tickets, revoking, and the generation of batches.
@NullMarked
package dev.streamgate.console.tickets;

import org.jspecify.annotations.NullMarked;
