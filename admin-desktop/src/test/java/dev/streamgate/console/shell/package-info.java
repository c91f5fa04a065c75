/// The window's behaviour without a toolkit.
@NullMarked
package dev.streamgate.console.shell;

import org.jspecify.annotations.NullMarked;
