/// HTTP/1.1 on sockets of our own: accepts connections, answers itself what must be fast, and lets
/// the server library answer the rest (RFC 9112).
@NullMarked
package dev.streamgate.server.foundation.http1;

import org.jspecify.annotations.NullMarked;
