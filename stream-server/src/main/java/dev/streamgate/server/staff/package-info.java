/// Staff accounts, their roles and their sign-ins.
@NullMarked
package dev.streamgate.server.staff;

import org.jspecify.annotations.NullMarked;
