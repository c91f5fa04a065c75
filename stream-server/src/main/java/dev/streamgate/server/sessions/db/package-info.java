/// Sessions in SQL.
@NullMarked
package dev.streamgate.server.sessions.db;

import org.jspecify.annotations.NullMarked;
