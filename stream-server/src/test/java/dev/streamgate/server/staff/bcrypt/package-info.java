@NullMarked
package dev.streamgate.server.staff.bcrypt;

import org.jspecify.annotations.NullMarked;
