/// Whole shows: a real server process, real browsers, the real console.
@NullMarked
package dev.streamgate.show;

import org.jspecify.annotations.NullMarked;
