@NullMarked
package dev.streamgate.server.sessions;

import org.jspecify.annotations.NullMarked;
