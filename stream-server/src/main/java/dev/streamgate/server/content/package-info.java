/// What partners build on: tokens and signed addresses for players on other pages, and looks at an
/// event without a ticket.
@NullMarked
package dev.streamgate.server.content;

import org.jspecify.annotations.NullMarked;
