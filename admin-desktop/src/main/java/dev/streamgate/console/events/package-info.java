/// The list of events, their form and the changes of their state.
@NullMarked
package dev.streamgate.console.events;

import org.jspecify.annotations.NullMarked;
