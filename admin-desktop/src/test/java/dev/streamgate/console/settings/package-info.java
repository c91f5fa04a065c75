/// Settings without a toolkit.
@NullMarked
package dev.streamgate.console.settings;

import org.jspecify.annotations.NullMarked;
