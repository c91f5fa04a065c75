@NullMarked
package dev.streamgate.server.guard;

import org.jspecify.annotations.NullMarked;
