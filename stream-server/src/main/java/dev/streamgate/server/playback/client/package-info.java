/// Playback's questions to other servers.
@NullMarked
package dev.streamgate.server.playback.client;

import org.jspecify.annotations.NullMarked;
