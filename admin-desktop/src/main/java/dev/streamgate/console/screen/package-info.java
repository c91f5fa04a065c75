/// What every screen shares: its states, its way into the shell and the loading of its FXML.
@NullMarked
package dev.streamgate.console.screen;

import org.jspecify.annotations.NullMarked;
