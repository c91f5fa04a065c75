/// Tests of the console as a whole, and the stand-ins its parts are tested with.
@NullMarked
package dev.streamgate.console;

import org.jspecify.annotations.NullMarked;
