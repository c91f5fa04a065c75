/// What the console asks of the computer it runs on: clipboard, files and folders.
@NullMarked
package dev.streamgate.console.desktop;

import org.jspecify.annotations.NullMarked;
