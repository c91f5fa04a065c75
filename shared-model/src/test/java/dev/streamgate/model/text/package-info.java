@NullMarked
package dev.streamgate.model.text;

import org.jspecify.annotations.NullMarked;
