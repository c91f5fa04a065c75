@NullMarked
package dev.streamgate.server.staff;

import org.jspecify.annotations.NullMarked;
