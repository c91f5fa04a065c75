/// The only place that changes threads.
@NullMarked
package dev.streamgate.console.task;

import org.jspecify.annotations.NullMarked;
