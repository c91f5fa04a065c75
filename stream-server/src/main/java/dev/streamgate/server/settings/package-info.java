/// What owners may set while the server runs.
@NullMarked
package dev.streamgate.server.settings;

import org.jspecify.annotations.NullMarked;
