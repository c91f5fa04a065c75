/// What screens share, without a toolkit.
@NullMarked
package dev.streamgate.console.screen;

import org.jspecify.annotations.NullMarked;
