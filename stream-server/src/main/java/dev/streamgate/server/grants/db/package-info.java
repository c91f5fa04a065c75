/// What the database knows of the signing keys: their ids, never the keys.
@NullMarked
package dev.streamgate.server.grants.db;

import org.jspecify.annotations.NullMarked;
