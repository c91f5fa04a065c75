/// An edge's way to its platform.
@NullMarked
package dev.streamgate.server.changes.client;

import org.jspecify.annotations.NullMarked;
