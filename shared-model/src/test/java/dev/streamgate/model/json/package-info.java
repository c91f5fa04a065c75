@NullMarked
package dev.streamgate.model.json;

import org.jspecify.annotations.NullMarked;
