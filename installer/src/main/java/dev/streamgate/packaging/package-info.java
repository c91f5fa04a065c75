/// Makes packages of what the other modules built, starts what it packaged, and fails if that does
/// not answer. Run by Maven's profile `package`.
@NullMarked
package dev.streamgate.packaging;

import org.jspecify.annotations.NullMarked;
