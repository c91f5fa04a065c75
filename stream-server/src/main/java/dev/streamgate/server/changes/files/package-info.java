/// What an edge keeps on its disk.
@NullMarked
package dev.streamgate.server.changes.files;

import org.jspecify.annotations.NullMarked;
