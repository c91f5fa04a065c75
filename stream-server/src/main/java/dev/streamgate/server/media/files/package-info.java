/// Stream files on this machine's disk.
@NullMarked
package dev.streamgate.server.media.files;

import org.jspecify.annotations.NullMarked;
