@NullMarked
package dev.streamgate.server.audit.http;

import org.jspecify.annotations.NullMarked;
