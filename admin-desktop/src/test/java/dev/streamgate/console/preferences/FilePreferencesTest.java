package dev.streamgate.console.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.preferences.Preferences.ColumnPlace;
import dev.streamgate.console.preferences.Preferences.WindowPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePreferencesTest {
  @TempDir private Path folder;

  @Test
  void theLastServerComesFirstAndTheWindowIsWhereItWas() {
    Path file = folder.resolve("new").resolve("console.properties");
    FilePreferences first = new FilePreferences(file);
    first.rememberServer("http://a");
    first.rememberServer("http://b");
    first.rememberServer("http://a");
    first.rememberWindow(new WindowPlace(1, 2, 1300, 800));
    FilePreferences second = new FilePreferences(file);
    assertThat(second.serverAddresses()).containsExactly("http://a", "http://b");
    assertThat(second.window()).contains(new WindowPlace(1, 2, 1300, 800));
    assertThat(second.language()).isEmpty();
  }

  @Test
  void columnsComeBackInTheirOrder() {
    Path file = folder.resolve("console.properties");
    List<ColumnPlace> columns = List.of(new ColumnPlace("label", 90), new ColumnPlace("code", 131));
    new FilePreferences(file).rememberColumns("ticketsTable", columns);
    assertThat(new FilePreferences(file).columns("ticketsTable")).isEqualTo(columns);
  }

  @Test
  void widthsWithoutNamesAreForgotten() throws IOException {
    Path file = Files.writeString(folder.resolve("console.properties"), "columns.t=100.0 90.0\\n");
    assertThat(new FilePreferences(file).columns("t")).isEmpty();
  }

  @Test
  void aDamagedFileIsAnEmptyMemory() throws IOException {
    Path file = Files.writeString(folder.resolve("console.properties"), "window=here\nx=\\u00");
    FilePreferences preferences = new FilePreferences(file);
    assertThat(preferences.window()).isEmpty();
    assertThat(preferences.serverAddresses()).isEmpty();
  }
}
