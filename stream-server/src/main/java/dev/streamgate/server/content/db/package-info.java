/// Previews of staff in the database.
@NullMarked
package dev.streamgate.server.content.db;

import org.jspecify.annotations.NullMarked;
