/// What operators keep and command: backups, and a server on the same machine.
@NullMarked
package dev.streamgate.model.operation;

import org.jspecify.annotations.NullMarked;
