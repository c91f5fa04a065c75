/// What owners set on the server, and anybody in this console.
@NullMarked
package dev.streamgate.console.settings;

import org.jspecify.annotations.NullMarked;
