/// Events on the wire, and the rules of their schedule.
@NullMarked
package dev.streamgate.model.events;

import org.jspecify.annotations.NullMarked;
