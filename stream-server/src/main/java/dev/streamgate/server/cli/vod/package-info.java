/// Copying recordings into stream folders.
@NullMarked
package dev.streamgate.server.cli.vod;

import org.jspecify.annotations.NullMarked;
