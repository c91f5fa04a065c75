/// Events in SQL.
@NullMarked
package dev.streamgate.server.events.db;

import org.jspecify.annotations.NullMarked;
