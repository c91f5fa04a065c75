/// The checks of `streamgate doctor`, each of which says one thing and, if it is not right, what to
/// do.
@NullMarked
package dev.streamgate.server.cli.doctor;

import org.jspecify.annotations.NullMarked;
