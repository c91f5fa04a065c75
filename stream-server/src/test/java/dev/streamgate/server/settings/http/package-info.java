@NullMarked
package dev.streamgate.server.settings.http;

import org.jspecify.annotations.NullMarked;
