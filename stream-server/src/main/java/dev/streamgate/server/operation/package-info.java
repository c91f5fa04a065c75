/// What operators do with a running server.
@NullMarked
package dev.streamgate.server.operation;

import org.jspecify.annotations.NullMarked;
