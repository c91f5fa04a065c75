/// Tickets over HTTP, where they are called tokens.
@NullMarked
package dev.streamgate.server.tickets.http;

import org.jspecify.annotations.NullMarked;
