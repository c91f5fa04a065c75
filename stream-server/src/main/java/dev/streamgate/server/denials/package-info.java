/// What the media side must refuse, in memory; nothing else.
@NullMarked
package dev.streamgate.server.denials;

import org.jspecify.annotations.NullMarked;
