/// The processes that serve media.
@NullMarked
package dev.streamgate.console.edges;

import org.jspecify.annotations.NullMarked;
