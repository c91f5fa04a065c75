package dev.streamgate.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The commands of the deployment guide, as they stand there.
final class DeploymentPage {
  private static final Path FILE = Path.of("../docs/deployment.md");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^<!-- ((?:commands|variables): [a-z -]+?) -->\n```bash\n(.*?)^```$");
  private static final Pattern VARIABLE = Pattern.compile("(?m)^export ([A-Z_]+)=");

  private final Map<String, String> blocks = new HashMap<>();

  DeploymentPage() throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(FILE));
    while (block.find()) {
      if (blocks.put(block.group(1), block.group(2)) != null) {
        throw new IllegalStateException("twice in " + FILE + ": " + block.group(1));
      }
    }
  }

  /// The lines to type under a mark.
  String commands(String mark) {
    return block("commands: " + mark);
  }

  /// The names of all that the page tells to fill in under these marks.
  Set<String> variables(String... marks) {
    Set<String> names = new TreeSet<>();
    for (String mark : marks) {
      Matcher variable = VARIABLE.matcher(block("variables: " + mark));
      while (variable.find()) {
        names.add(variable.group(1));
      }
    }
    return names;
  }

  private String block(String mark) {
    String block = blocks.get(mark);
    if (block == null) {
      throw new IllegalStateException("not in " + FILE + ": " + mark);
    }
    return block;
  }
}
