/// The content API and staff previews over HTTP.
@NullMarked
package dev.streamgate.server.content.http;

import org.jspecify.annotations.NullMarked;
