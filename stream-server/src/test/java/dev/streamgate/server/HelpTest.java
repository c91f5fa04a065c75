package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.foundation.ConfigKey;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// How the command explains itself.
class HelpTest {
  private static final Pattern VERB = Pattern.compile("(?m)^  ([a-z-]+)  ");
  private static final Pattern OPTION = Pattern.compile("(?m)^ +(?:-., )?(--[a-z-]+)");

  private static final List<String> COMMON = List.of("--help", "--version");

  @Test
  void itPrintsWhatThereIs() {
    TypedVerb all = run("help");
    assertThat(all.status()).isZero();
    assertThat(all.out()).isEqualTo(run("--help").out()).contains("serve", "console", "manual");

    TypedVerb one = run("help", "create-event");
    assertThat(one.status()).isZero();
    assertThat(one.out()).isEqualTo(run("create-event", "--help").out()).contains("--window");
  }

  @Test
  void whatIsNoVerbIsRefusedWithTheLikeliest() {
    for (TypedVerb refused : List.of(run("servee"), run("help", "servee"))) {
      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.out()).isEmpty();
      assertThat(refused.err())
          .startsWith("There is no verb \"servee\". Did you mean serve or seed?")
          .contains("streamgate help");
    }
    assertThat(run("xyzzy").err()).startsWith("There is no verb \"xyzzy\".\n");
    assertThat(run("rehears").err()).doesNotContain("rehearse");
    assertThat(run("--nothing").err()).contains("Unknown option: '--nothing'");
  }

  @Test
  void theManualHasEveryVerbOptionAndKey() {
    TypedVerb printed = run("manual");
    String manual = printed.out().replace("\\-", "-");

    assertThat(printed.status()).isZero();
    assertThat(printed.out()).matches("(?s)\\p{ASCII}+");
    assertThat(manual).startsWith(".TH \"STREAMGATE\" \"1\"").contains(".SH \"EXIT STATUS\"");
    List<String> verbs = found(VERB, run("help").out());
    assertThat(verbs).contains("serve", "doctor").doesNotContain("rehearse");
    for (String verb : verbs) {
      String section = ".SS \"streamgate " + verb;
      assertThat(manual).contains(section);
      String words =
          manual.substring(manual.indexOf(section)).replaceFirst("(?s)(.)\\n\\.S.*", "$1");
      assertThat(found(OPTION, run("help", verb).out()))
          .filteredOn(option -> !COMMON.contains(option))
          .allSatisfy(option -> assertThat(words).contains("\\fB" + option + "\\fR"));
    }
    assertThat(manual).contains(COMMON);
    for (ConfigKey key : ConfigKey.values()) {
      assertThat(manual).contains("\\fB" + key + "\\fR");
    }
    assertThat(manual).contains("When not given: 8080").doesNotContain("rehearse");
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(it -> it.group(1)).toList();
  }

  private static TypedVerb run(String... arguments) {
    return TypedVerb.run(Map.of(), arguments);
  }
}
