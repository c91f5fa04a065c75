/// Staff accounts and sign-ins in SQL.
@NullMarked
package dev.streamgate.server.staff.db;

import org.jspecify.annotations.NullMarked;
