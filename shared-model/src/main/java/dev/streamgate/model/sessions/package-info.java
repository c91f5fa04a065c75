/// What a player is told about its session.
@NullMarked
package dev.streamgate.model.sessions;

import org.jspecify.annotations.NullMarked;
