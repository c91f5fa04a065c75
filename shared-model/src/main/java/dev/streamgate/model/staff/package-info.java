/// Staff accounts, roles and sign-in on the wire.
@NullMarked
package dev.streamgate.model.staff;

import org.jspecify.annotations.NullMarked;
