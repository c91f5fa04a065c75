/// Staff accounts without a toolkit.
@NullMarked
package dev.streamgate.console.staff;

import org.jspecify.annotations.NullMarked;
