@NullMarked
package dev.streamgate.server.foundation.http1;

import org.jspecify.annotations.NullMarked;
