package dev.streamgate.console.screen;

import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.scene.control.DatePicker;
import javafx.util.converter.LocalDateStringConverter;

/// Fields for dates, which would otherwise write them as the computer does, not as the console's
/// language.
public final class DateFields {
  private DateFields() {}

  public static void write(DatePicker field, Locale locale) {
    field.setConverter(new LocalDateStringConverter(FormatStyle.SHORT, locale, null));
  }
}
