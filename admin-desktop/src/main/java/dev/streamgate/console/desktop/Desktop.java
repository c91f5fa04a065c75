package dev.streamgate.console.desktop;

/// The computer, as far as the console needs it.
public record Desktop(Clipboard clipboard, SaveDialog saveDialog, FolderOpener folders) {}
