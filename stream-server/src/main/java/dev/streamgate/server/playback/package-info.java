/// Who may watch: turning a code into a playback token, keeping it fresh, and what viewers can
/// expect of an event.
@NullMarked
package dev.streamgate.server.playback;

import org.jspecify.annotations.NullMarked;
