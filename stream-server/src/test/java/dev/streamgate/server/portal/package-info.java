@NullMarked
package dev.streamgate.server.portal;

import org.jspecify.annotations.NullMarked;
