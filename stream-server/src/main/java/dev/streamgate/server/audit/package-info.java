/// The append-only audit trail: who did what, from where.
@NullMarked
package dev.streamgate.server.audit;

import org.jspecify.annotations.NullMarked;
