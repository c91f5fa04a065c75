/// Sign-in of staff over HTTP.
@NullMarked
package dev.streamgate.server.staff.http;

import org.jspecify.annotations.NullMarked;
