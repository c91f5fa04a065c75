package dev.streamgate.console.desktop;

import dev.streamgate.console.print.Printing;

/// The computer, as far as the console needs it.
public record Desktop(
    Clipboard clipboard,
    SaveDialog saveDialog,
    OpenDialog openDialog,
    FolderOpener folders,
    Browser browser,
    Printing printing,
    Sounds sounds) {}
