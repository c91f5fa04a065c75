/// The sign-in's behaviour without a toolkit.
@NullMarked
package dev.streamgate.console.signin;

import org.jspecify.annotations.NullMarked;
