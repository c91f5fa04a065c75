@NullMarked
package dev.streamgate.model.tickets;

import org.jspecify.annotations.NullMarked;
