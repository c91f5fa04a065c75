/// The staff console: start, wiring and nothing else.
@NullMarked
package dev.streamgate.console;

import org.jspecify.annotations.NullMarked;
