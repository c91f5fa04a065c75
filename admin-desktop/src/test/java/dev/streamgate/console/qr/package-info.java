/// QR codes.
@NullMarked
package dev.streamgate.console.qr;

import org.jspecify.annotations.NullMarked;
