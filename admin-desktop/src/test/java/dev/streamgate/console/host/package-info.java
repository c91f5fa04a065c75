/// The server on this computer, with a program that only says it runs.
@NullMarked
package dev.streamgate.console.host;

import org.jspecify.annotations.NullMarked;
