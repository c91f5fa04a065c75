/// Questions and panels over the window.
@NullMarked
package dev.streamgate.console.dialog;

import org.jspecify.annotations.NullMarked;
