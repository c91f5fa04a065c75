package dev.streamgate.console.connection;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The last thing the console has to tell, at the foot of the window.
public final class StatusLine {
  private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);

  /// A sentence, and perhaps something that can be done about it (blank label: nothing).
  public record Notice(String text, boolean warning, String actionLabel, Runnable action) {
    public static final Notice NONE = new Notice("", false, "", () -> {});

    public boolean hasAction() {
      return !actionLabel.isBlank();
    }
  }

  public ReadOnlyObjectProperty<Notice> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  public void say(String text) {
    notice.set(new Notice(text, false, "", () -> {}));
  }

  public void say(String text, String actionLabel, Runnable action) {
    notice.set(new Notice(text, false, actionLabel, action));
  }

  /// Tells that something asked for was not done.
  public void warn(String text) {
    notice.set(new Notice(text, true, "", () -> {}));
  }

  public void show(Notice other) {
    notice.set(other);
  }

  public void clear() {
    notice.set(Notice.NONE);
  }
}
