/// The event screen's behaviour without a toolkit.
@NullMarked
package dev.streamgate.console.events;

import org.jspecify.annotations.NullMarked;
