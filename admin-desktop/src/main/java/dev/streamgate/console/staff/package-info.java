/// The accounts of the staff.
@NullMarked
package dev.streamgate.console.staff;

import org.jspecify.annotations.NullMarked;
