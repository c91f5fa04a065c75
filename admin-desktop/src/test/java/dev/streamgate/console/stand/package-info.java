/// Stand-ins for everything outside the console, and fixtures that state intent.
@NullMarked
package dev.streamgate.console.stand;

import org.jspecify.annotations.NullMarked;
