/// What the console remembers between two starts.
@NullMarked
package dev.streamgate.console.preferences;

import org.jspecify.annotations.NullMarked;
