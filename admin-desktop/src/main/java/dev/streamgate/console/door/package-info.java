/// The door: one field, and a verdict that can be read at arm's length.
@NullMarked
package dev.streamgate.console.door;

import org.jspecify.annotations.NullMarked;
