/// What a viewer sends and receives, and the claims of a playback token.
@NullMarked
package dev.streamgate.model.playback;

import org.jspecify.annotations.NullMarked;
