/// The dashboard over HTTP.
@NullMarked
package dev.streamgate.server.insight.http;

import org.jspecify.annotations.NullMarked;
