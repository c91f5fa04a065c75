/// Why a control cannot be used now.
@NullMarked
package dev.streamgate.console.hint;

import org.jspecify.annotations.NullMarked;
