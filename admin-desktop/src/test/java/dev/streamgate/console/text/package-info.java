/// Catalogues and formats.
@NullMarked
package dev.streamgate.console.text;

import org.jspecify.annotations.NullMarked;
