/// The change log as its readers see it.
@NullMarked
package dev.streamgate.model.changes;

import org.jspecify.annotations.NullMarked;
