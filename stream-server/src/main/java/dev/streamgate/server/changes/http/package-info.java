/// The revocation feed for edges, and the edges for staff.
@NullMarked
package dev.streamgate.server.changes.http;

import org.jspecify.annotations.NullMarked;
