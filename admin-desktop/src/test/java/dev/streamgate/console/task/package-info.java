/// Task runners, real and immediate.
@NullMarked
package dev.streamgate.console.task;

import org.jspecify.annotations.NullMarked;
