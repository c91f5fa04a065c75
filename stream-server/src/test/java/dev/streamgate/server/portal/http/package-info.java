@NullMarked
package dev.streamgate.server.portal.http;

import org.jspecify.annotations.NullMarked;
