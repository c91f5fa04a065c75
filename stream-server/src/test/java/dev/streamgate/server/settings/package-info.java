@NullMarked
package dev.streamgate.server.settings;

import org.jspecify.annotations.NullMarked;
