/// The one JSON codec of server and console.
@NullMarked
package dev.streamgate.model.json;

import org.jspecify.annotations.NullMarked;
