@NullMarked
package dev.streamgate.server.content.client;

import org.jspecify.annotations.NullMarked;
