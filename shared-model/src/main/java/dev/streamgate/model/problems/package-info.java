/// Refusals and failures on the wire.
@NullMarked
package dev.streamgate.model.problems;

import org.jspecify.annotations.NullMarked;
