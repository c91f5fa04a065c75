/// Playback over HTTP: what the viewer portal and the door ask.
@NullMarked
package dev.streamgate.server.playback.http;

import org.jspecify.annotations.NullMarked;
