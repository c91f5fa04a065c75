/// The manual page.
@NullMarked
package dev.streamgate.server.cli.manual;

import org.jspecify.annotations.NullMarked;
