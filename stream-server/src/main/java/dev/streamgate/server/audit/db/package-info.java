/// The audit trail in SQL.
@NullMarked
package dev.streamgate.server.audit.db;

import org.jspecify.annotations.NullMarked;
