/// Tells the audit trail who is behind a request.
@NullMarked
package dev.streamgate.server.audit.http;

import org.jspecify.annotations.NullMarked;
