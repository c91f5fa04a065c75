/// What every feature stands on: configuration, database, routes, answers, headers. Knows no
/// feature.
@NullMarked
package dev.streamgate.server.foundation;

import org.jspecify.annotations.NullMarked;
