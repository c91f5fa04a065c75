/// The demonstration: sample video, sample events, and a live stream that never ends.
@NullMarked
package dev.streamgate.server.cli.demo;

import org.jspecify.annotations.NullMarked;
