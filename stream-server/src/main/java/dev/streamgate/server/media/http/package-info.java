/// Media over HTTP: `/streams/**`.
@NullMarked
package dev.streamgate.server.media.http;

import org.jspecify.annotations.NullMarked;
