/// What staff see at a glance, as it goes over the wire.
@NullMarked
package dev.streamgate.model.insight;

import org.jspecify.annotations.NullMarked;
