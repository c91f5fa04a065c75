/// The connection watch without a toolkit.
@NullMarked
package dev.streamgate.console.connection;

import org.jspecify.annotations.NullMarked;
