@NullMarked
package dev.streamgate.server.playback.http;

import org.jspecify.annotations.NullMarked;
