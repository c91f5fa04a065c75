/// Who is watching at this moment.
@NullMarked
package dev.streamgate.console.viewers;

import org.jspecify.annotations.NullMarked;
