/// What partners' servers and players say and are told (API §3).
@NullMarked
package dev.streamgate.model.content;

import org.jspecify.annotations.NullMarked;
