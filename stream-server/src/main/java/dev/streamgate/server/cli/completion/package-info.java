/// Completion of verbs and options in shells.
@NullMarked
package dev.streamgate.server.cli.completion;

import org.jspecify.annotations.NullMarked;
