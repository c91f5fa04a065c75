/// Diagnostics without a toolkit.
@NullMarked
package dev.streamgate.console.diagnostics;

import org.jspecify.annotations.NullMarked;
