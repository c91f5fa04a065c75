@NullMarked
package dev.streamgate.server.playback;

import org.jspecify.annotations.NullMarked;
