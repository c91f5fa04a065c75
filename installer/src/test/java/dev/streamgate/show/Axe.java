package dev.streamgate.show;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The accessibility rules of axe-core, asked inside the page.
final class Axe {
  /// Comes with the tools the portal is built with.
  private static final Path SCRIPT =
      Path.of("..", "stream-server/src/main/portal/node_modules/axe-core/axe.min.js");

  private static final String ASK =
      """
      async () => {
        const { violations } = await axe.run({ resultTypes: ['violations'] });
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((n) => n.html).join(' | ')}`);
      }
      """;

  private Axe() {}

  /// What is seriously or critically wrong with the page as it stands, a sentence each.
  static List<String> seriousProblems(Page page) throws IOException {
    if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
      page.evaluate(Files.readString(SCRIPT));
    }
    return ((List<?>) page.evaluate(ASK)).stream().map(String::valueOf).toList();
  }
}
