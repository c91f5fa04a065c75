/// The command line: one class per verb.
@NullMarked
package dev.streamgate.server.cli;

import org.jspecify.annotations.NullMarked;
