/// A server on this computer, started, watched and stopped from here.
@NullMarked
package dev.streamgate.console.host;

import org.jspecify.annotations.NullMarked;
