/// Edges without a toolkit.
@NullMarked
package dev.streamgate.console.edges;

import org.jspecify.annotations.NullMarked;
