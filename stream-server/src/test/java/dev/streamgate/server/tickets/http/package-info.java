@NullMarked
package dev.streamgate.server.tickets.http;

import org.jspecify.annotations.NullMarked;
