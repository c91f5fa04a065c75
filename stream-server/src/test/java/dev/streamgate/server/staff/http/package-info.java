@NullMarked
package dev.streamgate.server.staff.http;

import org.jspecify.annotations.NullMarked;
