/// Measures the server: its hot functions with JMH, its delivery beside nginx, and simulated
/// audiences. Nothing of the product depends on it.
@NullMarked
package dev.streamgate.bench;

import org.jspecify.annotations.NullMarked;
