package dev.streamgate.console.print;

import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.stage.Window;

/// The printers of the computer. JavaFX draws a page that is in no window wherever it is asked to.
public record FxPrinting(Window owner) implements Printing {
  @Override
  public Optional<Paper> choose(PrintTable table) {
    PrinterJob job = PrinterJob.createPrinterJob();
    return job != null && job.showPrintDialog(owner)
        ? Optional.of(progress -> print(job, table, progress))
        : Optional.empty();
  }

  private static boolean print(PrinterJob job, PrintTable table, DoubleConsumer progress) {
    PageLayout layout = job.getJobSettings().getPageLayout();
    PrintedPages pages =
        new PrintedPages(table, layout.getPrintableWidth(), layout.getPrintableHeight());
    boolean printed = true;
    for (int number = 1; number <= pages.count() && printed; number++) {
      printed = job.printPage(pages.page(number));
      progress.accept((double) number / pages.count());
    }
    return printed && job.endJob();
  }
}
