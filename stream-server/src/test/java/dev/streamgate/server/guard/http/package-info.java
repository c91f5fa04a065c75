@NullMarked
package dev.streamgate.server.guard.http;

import org.jspecify.annotations.NullMarked;
