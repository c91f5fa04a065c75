@NullMarked
package dev.streamgate.server.changes.db;

import org.jspecify.annotations.NullMarked;
