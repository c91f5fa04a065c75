/// Connecting, signing in and the forced change of the password.
@NullMarked
package dev.streamgate.console.signin;

import org.jspecify.annotations.NullMarked;
