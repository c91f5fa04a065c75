@NullMarked
package dev.streamgate.server.tickets.db;

import org.jspecify.annotations.NullMarked;
