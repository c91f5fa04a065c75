/// The dashboard's behaviour without a toolkit.
@NullMarked
package dev.streamgate.console.dashboard;

import org.jspecify.annotations.NullMarked;
