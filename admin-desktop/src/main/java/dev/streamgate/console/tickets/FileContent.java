package dev.streamgate.console.tickets;

import dev.streamgate.model.tickets.ImportRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is found where a file with codes should be.
sealed interface FileContent {
  /// The text of a file, whatever spreadsheet program wrote it.
  record Codes(String text) implements FileContent {}

  /// Why there is no text.
  enum Fault implements FileContent {
    MISSING,
    FOLDER,
    TOO_LARGE,
    UNREADABLE,
    WORKBOOK,
    NOT_TEXT,
    EMPTY
  }

  /// Looks at a file; must not be called on the UI thread.
  static FileContent of(Path file) {
    if (Files.isDirectory(file)) {
      return Fault.FOLDER;
    }
    if (Files.notExists(file)) {
      return Fault.MISSING;
    }
    try {
      return Files.size(file) > ImportRequest.MAX_BYTES
          ? Fault.TOO_LARGE
          : in(Files.readAllBytes(file));
    } catch (IOException e) {
      return Fault.UNREADABLE;
    }
  }

  private static FileContent in(byte[] bytes) {
    if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
      return Fault.WORKBOOK;
    }
    String text = text(bytes);
    if (text.chars().anyMatch(sign -> sign == 0)) {
      return Fault.NOT_TEXT;
    }
    return text.isBlank() ? Fault.EMPTY : new Codes(text);
  }

  /// Spreadsheet programs write UTF-8, UTF-16 with a mark in front, or what Windows once used.
  private static String text(byte[] bytes) {
    boolean wide = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE;
    if (wide) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
