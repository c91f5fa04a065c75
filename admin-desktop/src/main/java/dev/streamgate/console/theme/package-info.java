/// The look: one stylesheet of design tokens over the AtlantaFX theme.
@NullMarked
package dev.streamgate.console.theme;

import org.jspecify.annotations.NullMarked;
