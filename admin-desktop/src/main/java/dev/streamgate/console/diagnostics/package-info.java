/// Why somebody cannot watch, and what to tell support.
@NullMarked
package dev.streamgate.console.diagnostics;

import org.jspecify.annotations.NullMarked;
