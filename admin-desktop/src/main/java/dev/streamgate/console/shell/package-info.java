/// The window: sidebar, connection band, status line and the screen between them.
@NullMarked
package dev.streamgate.console.shell;

import org.jspecify.annotations.NullMarked;
