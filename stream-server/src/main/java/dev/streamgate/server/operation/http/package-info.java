/// Commands from the same machine, and backups to take away.
@NullMarked
package dev.streamgate.server.operation.http;

import org.jspecify.annotations.NullMarked;
