/// What the console asks the server, as ports named for the need, and their HTTP twins.
@NullMarked
package dev.streamgate.console.api;

import org.jspecify.annotations.NullMarked;
