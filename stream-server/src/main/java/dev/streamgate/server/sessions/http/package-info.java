/// Sessions over HTTP, for staff.
@NullMarked
package dev.streamgate.server.sessions.http;

import org.jspecify.annotations.NullMarked;
