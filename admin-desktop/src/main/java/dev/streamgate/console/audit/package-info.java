/// Who did what.
@NullMarked
package dev.streamgate.console.audit;

import org.jspecify.annotations.NullMarked;
