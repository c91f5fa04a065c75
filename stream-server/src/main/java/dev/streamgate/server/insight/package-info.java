/// What staff see at a glance.
@NullMarked
package dev.streamgate.server.insight;

import org.jspecify.annotations.NullMarked;
