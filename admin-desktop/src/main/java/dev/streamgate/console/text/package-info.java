/// Words, dates and numbers in the language of the staff.
@NullMarked
package dev.streamgate.console.text;

import org.jspecify.annotations.NullMarked;
