/// The playback token as a value: what it grants, how it is minted and verified, and the keys.
@NullMarked
package dev.streamgate.server.grants;

import org.jspecify.annotations.NullMarked;
