/// How packages are made, and what helps to try them.
@NullMarked
package dev.streamgate.packaging;

import org.jspecify.annotations.NullMarked;
