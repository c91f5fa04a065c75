package dev.streamgate.console.print;

import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.stage.Window;

/// The printers of the computer.
public record FxPrinting(Window owner) implements Printing {
  @Override
  public boolean print(PrintTable table) {
    PrinterJob job = PrinterJob.createPrinterJob();
    if (job == null || !job.showPrintDialog(owner)) {
      return false;
    }
    PageLayout layout = job.getJobSettings().getPageLayout();
    PrintedPages pages =
        new PrintedPages(table, layout.getPrintableWidth(), layout.getPrintableHeight());
    boolean printed = true;
    for (int number = 1; number <= pages.count() && printed; number++) {
      printed = job.printPage(pages.page(number));
    }
    return printed && job.endJob();
  }
}
