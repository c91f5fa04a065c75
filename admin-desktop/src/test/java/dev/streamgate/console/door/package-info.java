/// The door without a toolkit.
@NullMarked
package dev.streamgate.console.door;

import org.jspecify.annotations.NullMarked;
