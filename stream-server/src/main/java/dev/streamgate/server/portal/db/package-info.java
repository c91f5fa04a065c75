/// What the portal asks of the database.
@NullMarked
package dev.streamgate.server.portal.db;

import org.jspecify.annotations.NullMarked;
