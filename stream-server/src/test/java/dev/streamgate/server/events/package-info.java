@NullMarked
package dev.streamgate.server.events;

import org.jspecify.annotations.NullMarked;
