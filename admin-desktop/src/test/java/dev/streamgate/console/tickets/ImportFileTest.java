package dev.streamgate.console.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.tickets.ImportRow;
import org.junit.jupiter.api.Test;

class ImportFileTest {
  @Test
  void aHeaderAndItsColumnsAreFoundWhateverPartsThem() {
    ImportFile file = ImportFile.read("\uFEFFLabel;Code\r\nRow 4;AB12-CD34\r\n\r\n;EF56\r\n");
    assertThat(file.lines()).extracting(ImportFile.Numbered::number).containsExactly(2, 4);
    assertThat(file.rows())
        .containsExactly(new ImportRow("AB12-CD34", "Row 4"), new ImportRow("EF56", null));
  }

  @Test
  void withoutAHeaderTheFirstColumnIsTheCode() {
    ImportFile file = ImportFile.read("AB12CD34\tVIP\nEF56GH78\t\"a, b\"\n");
    assertThat(file.rows())
        .containsExactly(new ImportRow("AB12CD34", "VIP"), new ImportRow("EF56GH78", "a, b"));
  }

  @Test
  void aHeadingWithoutACodeColumnIsNoTicket() {
    ImportFile file = ImportFile.read("Nummer;Inhaber\nSHOP0001;Kim\n");
    assertThat(file.rows()).isEmpty();
    assertThat(file.heading()).containsExactly("Nummer", "Inhaber");
    assertThat(ImportFile.read("Label;Seat\nVIP;A\n").heading()).containsExactly("Label", "Seat");
    assertThat(ImportFile.read("SUMMER\nWINTER\n").rows()).hasSize(2);
  }

  @Test
  void codesThatWereNotPrintedHereAreSeen() {
    assertThat(ImportFile.read("7K3M-9QWX-0014").areAllPrinted()).isTrue();
    assertThat(ImportFile.read("7K3M-9QWX-0014\nAB12CD34").areAllPrinted()).isFalse();
  }
}
