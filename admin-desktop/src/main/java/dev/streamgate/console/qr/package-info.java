/// Addresses as pictures that telephones read.
@NullMarked
package dev.streamgate.console.qr;

import org.jspecify.annotations.NullMarked;
