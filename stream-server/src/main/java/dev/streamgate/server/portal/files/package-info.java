/// Reads the built portal.
@NullMarked
package dev.streamgate.server.portal.files;

import org.jspecify.annotations.NullMarked;
