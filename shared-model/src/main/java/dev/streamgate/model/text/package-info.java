/// Text that people typed, and how much of it is taken.
@NullMarked
package dev.streamgate.model.text;

import org.jspecify.annotations.NullMarked;
