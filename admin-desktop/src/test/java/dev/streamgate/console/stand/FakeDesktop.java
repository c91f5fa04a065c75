package dev.streamgate.console.stand;

import dev.streamgate.console.desktop.Desktop;
import dev.streamgate.console.desktop.OpenDialog;
import dev.streamgate.console.desktop.Sounds;
import dev.streamgate.console.print.PrintTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// A computer whose clipboard can be read, and whose save dialog answers by itself.
public final class FakeDesktop {
  private final List<Path> opened = new ArrayList<>();
  private final List<String> browsed = new ArrayList<>();
  private final List<PrintTable> printed = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private Optional<Path> toOpen = Optional.empty();
  private String clipboard = "";
  private Optional<Path> saveInto = Optional.empty();

  public Desktop desktop() {
    return new Desktop(
        text -> clipboard = text,
        name -> saveInto.map(folder -> folder.resolve(name)),
        opening(),
        opened::add,
        browsed::add,
        table -> Optional.of(progress -> print(table, progress)),
        sounds());
  }

  /// The open dialog answers with this file or folder; before, it is cancelled.
  public void opens(Path path) {
    toOpen = Optional.of(path);
  }

  public List<String> browsed() {
    return browsed;
  }

  private boolean print(PrintTable table, DoubleConsumer progress) {
    progress.accept(1);
    return printed.add(table);
  }

  public List<PrintTable> printed() {
    return printed;
  }

  /// "good" or "bad", as they were heard.
  public List<String> heard() {
    return heard;
  }

  private OpenDialog opening() {
    return new OpenDialog() {
      @Override
      public Optional<Path> chooseCodes() {
        return toOpen;
      }

      @Override
      public Optional<Path> chooseFolder(Optional<Path> first) {
        return toOpen;
      }
    };
  }

  private Sounds sounds() {
    return new Sounds() {
      @Override
      public void good() {
        heard.add("good");
      }

      @Override
      public void bad() {
        heard.add("bad");
      }
    };
  }

  /// The save dialog answers with the proposed name in this folder; before, it is cancelled.
  public void savesInto(Path folder) {
    saveInto = Optional.of(folder);
  }

  public String clipboard() {
    return clipboard;
  }

  public List<Path> opened() {
    return opened;
  }
}
