/// Numbers and health as staff and operators see them.
@NullMarked
package dev.streamgate.model.insight;

import org.jspecify.annotations.NullMarked;
