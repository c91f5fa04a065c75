/// The state of the connection, and the one way to ask the server from a screen.
@NullMarked
package dev.streamgate.console.connection;

import org.jspecify.annotations.NullMarked;
