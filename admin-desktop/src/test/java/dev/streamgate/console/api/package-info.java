/// The HTTP twins against a real HTTP server.
@NullMarked
package dev.streamgate.console.api;

import org.jspecify.annotations.NullMarked;
