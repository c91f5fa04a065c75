/// Events over HTTP.
@NullMarked
package dev.streamgate.server.events.http;

import org.jspecify.annotations.NullMarked;
