@NullMarked
package dev.streamgate.server.changes.http;

import org.jspecify.annotations.NullMarked;
