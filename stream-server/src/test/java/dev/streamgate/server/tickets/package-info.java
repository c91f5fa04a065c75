@NullMarked
package dev.streamgate.server.tickets;

import org.jspecify.annotations.NullMarked;
