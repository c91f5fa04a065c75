/// The viewer portal: its files, and what it asks before anything else.
@NullMarked
package dev.streamgate.server.portal;

import org.jspecify.annotations.NullMarked;
