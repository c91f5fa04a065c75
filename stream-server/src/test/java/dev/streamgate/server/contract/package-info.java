/// Holds the running server against the description of its HTTP interface, `docs/openapi.yaml`.
@NullMarked
package dev.streamgate.server.contract;

import org.jspecify.annotations.NullMarked;
