/// The append-only log of changes the media side must learn, and the unit of work that writes it.
@NullMarked
package dev.streamgate.server.changes;

import org.jspecify.annotations.NullMarked;
