/// Tables on paper.
@NullMarked
package dev.streamgate.console.print;

import org.jspecify.annotations.NullMarked;
