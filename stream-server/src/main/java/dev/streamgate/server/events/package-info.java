/// Events: their schedule, their states, and the rules for changing them.
@NullMarked
package dev.streamgate.server.events;

import org.jspecify.annotations.NullMarked;
