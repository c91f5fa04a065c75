/// Settings in the database.
@NullMarked
package dev.streamgate.server.settings.db;

import org.jspecify.annotations.NullMarked;
