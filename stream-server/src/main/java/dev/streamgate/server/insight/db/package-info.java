/// The numbers of the dashboard in SQL.
@NullMarked
package dev.streamgate.server.insight.db;

import org.jspecify.annotations.NullMarked;
