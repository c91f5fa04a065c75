/// The audit log without a toolkit.
@NullMarked
package dev.streamgate.console.audit;

import org.jspecify.annotations.NullMarked;
