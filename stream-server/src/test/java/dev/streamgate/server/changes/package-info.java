@NullMarked
package dev.streamgate.server.changes;

import org.jspecify.annotations.NullMarked;
