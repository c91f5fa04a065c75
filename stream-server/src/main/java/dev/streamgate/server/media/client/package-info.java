/// Stream files on other servers.
@NullMarked
package dev.streamgate.server.media.client;

import org.jspecify.annotations.NullMarked;
