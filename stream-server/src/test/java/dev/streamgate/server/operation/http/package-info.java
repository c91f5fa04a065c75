/// Backups over HTTP.
@NullMarked
package dev.streamgate.server.operation.http;

import org.jspecify.annotations.NullMarked;
