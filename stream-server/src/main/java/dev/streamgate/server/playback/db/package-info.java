/// What decides about playback, in SQL.
@NullMarked
package dev.streamgate.server.playback.db;

import org.jspecify.annotations.NullMarked;
