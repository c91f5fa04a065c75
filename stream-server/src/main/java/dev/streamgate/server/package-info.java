/// The server program: its start, and the one place where everything is put together.
@NullMarked
package dev.streamgate.server;

import org.jspecify.annotations.NullMarked;
