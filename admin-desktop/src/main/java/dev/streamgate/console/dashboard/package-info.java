/// The staff's first screen: numbers, next events and quick actions.
@NullMarked
package dev.streamgate.console.dashboard;

import org.jspecify.annotations.NullMarked;
