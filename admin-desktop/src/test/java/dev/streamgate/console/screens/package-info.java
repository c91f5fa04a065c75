/// The real wiring on a headless toolkit, with a picture of each screen and state.
@NullMarked
package dev.streamgate.console.screens;

import org.jspecify.annotations.NullMarked;
