/// Text that wraps, whoever wrote it and in whatever script.
@NullMarked
package dev.streamgate.console.prose;

import org.jspecify.annotations.NullMarked;
