/// Fetching playlists from the media side.
@NullMarked
package dev.streamgate.server.content.client;

import org.jspecify.annotations.NullMarked;
