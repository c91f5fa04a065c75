/// Live viewers without a toolkit.
@NullMarked
package dev.streamgate.console.viewers;

import org.jspecify.annotations.NullMarked;
