/// Preferences in a real file.
@NullMarked
package dev.streamgate.console.preferences;

import org.jspecify.annotations.NullMarked;
