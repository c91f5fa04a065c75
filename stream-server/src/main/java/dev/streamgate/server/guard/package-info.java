/// Slows down whoever asks too often: rate limits, and the guard against guessing codes.
@NullMarked
package dev.streamgate.server.guard;

import org.jspecify.annotations.NullMarked;
