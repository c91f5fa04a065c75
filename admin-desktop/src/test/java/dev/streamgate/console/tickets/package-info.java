/// The ticket screen's behaviour without a toolkit.
@NullMarked
package dev.streamgate.console.tickets;

import org.jspecify.annotations.NullMarked;
