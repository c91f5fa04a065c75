package dev.streamgate.show;

import com.microsoft.playwright.Page;
import java.time.Duration;

/// The clock of a viewer's device, which a test can put forward. To the page a jump looks like a
/// device that has slept.
final class DeviceClock {
  private final Page page;

  private DeviceClock(Page page) {
    this.page = page;
  }

  /// Takes hold of the clock of a page that has not been opened yet.
  static DeviceClock of(Page page) {
    page.addInitScript(
        """
        window.ahead = 0;
        const real = Date.now;
        Date.now = () => real.call(Date) + window.ahead;
        """);
    return new DeviceClock(page);
  }

  void skip(Duration time) {
    page.evaluate("time => { window.ahead += time; }", (double) time.toMillis());
  }
}
