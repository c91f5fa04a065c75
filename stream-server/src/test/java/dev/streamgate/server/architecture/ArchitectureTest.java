package dev.streamgate.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.streamgate.server.changes.Change;
import dev.streamgate.server.changes.ChangeLog;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the allowed directions of the design page.
class ArchitectureTest {
  private static final String ROOT = "dev.streamgate.server";
  private static final String[] SIDES = {
    "..http..", "..db..", "..files..", "..jwt..", "..bcrypt..", "..client.."
  };
  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /// Each feature, and the features it may use.
  private static final Map<String, Set<String>> FEATURES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("audit", Set.of()),
              Map.entry("denials", Set.of()),
              Map.entry("grants", Set.of()),
              // Anybody may report an error, so the reports are limited.
              Map.entry("portal", Set.of("guard")),
              // Diagnostics repeat the door's checks, and must ask those who stand at the door.
              Map.entry(
                  "insight",
                  Set.of("audit", "events", "grants", "playback", "sessions", "tickets")),
              Map.entry("media", Set.of("denials", "grants")),
              Map.entry(
                  "content",
                  Set.of(
                      "audit",
                      "changes",
                      "events",
                      "grants",
                      "guard",
                      "playback",
                      "sessions",
                      "tickets")),
              Map.entry("changes", Set.of("audit", "denials")),
              Map.entry("guard", Set.of("audit")),
              Map.entry("staff", Set.of("audit", "changes", "guard")),
              Map.entry("settings", Set.of("audit", "changes")),
              // What the command line does to accounts and events it has the running server do.
              Map.entry("operation", Set.of("audit", "changes", "events", "staff", "tickets")),
              Map.entry("events", Set.of("audit", "changes")),
              Map.entry("tickets", Set.of("audit", "changes", "events")),
              Map.entry("sessions", Set.of("audit", "changes", "events", "tickets")),
              Map.entry(
                  "playback",
                  Set.of("audit", "changes", "events", "tickets", "sessions", "grants", "guard"))));

  static Stream<String> features() {
    return FEATURES.keySet().stream();
  }

  @Test
  void everyPackageIsAKnownFeature() {
    classes()
        .should()
        .resideInAnyPackage(
            Stream.concat(
                    features().map(feature -> ROOT + "." + feature + ".."),
                    Stream.of(ROOT, ROOT + ".foundation..", ROOT + ".cli.."))
                .toArray(String[]::new))
        .check(SERVER);
  }

  @ParameterizedTest
  @MethodSource("features")
  void aFeatureUsesOnlyTheFeaturesItMay(String feature) {
    String[] forbidden =
        features()
            .filter(other -> !other.equals(feature) && !FEATURES.get(feature).contains(other))
            .map(other -> ROOT + "." + other + "..")
            .toArray(String[]::new);

    noClasses()
        .that(resideInAPackage(ROOT + "." + feature + ".."))
        .should()
        .dependOnClassesThat(resideInAnyPackage(forbidden))
        .check(SERVER);
  }

  @ParameterizedTest
  @MethodSource("features")
  void rulesArePlainJava(String feature) {
    classes()
        .that(resideInAPackage(ROOT + "." + feature))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "java.lang..",
                    "java.math..",
                    "java.net..",
                    "java.nio..",
                    "java.io..",
                    "java.security..",
                    "java.text..",
                    "java.time..",
                    "java.util..",
                    "javax.crypto..",
                    "org.slf4j..",
                    "org.jspecify..",
                    "com.github.benmanes.caffeine..",
                    "org.apache.commons.csv..",
                    "dev.streamgate.model..")
                .or(
                    resideInAPackage(ROOT + "..")
                        .and(not(resideInAnyPackage(SIDES)))
                        .and(not(resideInAPackage(ROOT + ".foundation..")))
                        .and(not(resideInAPackage(ROOT)))))
        .check(SERVER);
  }

  @Test
  void foundationKnowsNoFeature() {
    noClasses()
        .that(resideInAPackage(ROOT + ".foundation.."))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..").and(not(resideInAPackage(ROOT + ".foundation.."))))
        .check(SERVER);
  }

  @Test
  void nobodyDependsOnTheWiring() {
    noClasses()
        .that(not(resideInAPackage(ROOT)))
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT))
        .check(SERVER);
  }

  @Test
  void onlyTheDatabaseSideSpeaksSql() {
    noClasses()
        .that(not(resideInAnyPackage("..db..", ROOT + ".foundation", ROOT)))
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.jdbi.."))
        .check(SERVER);
  }

  @Test
  void onlyTheHttpSideSpeaksHttp() {
    noClasses()
        .that(not(resideInAnyPackage("..http..", ROOT + ".foundation..", ROOT)))
        .should()
        .dependOnClassesThat(resideInAPackage("io.helidon.."))
        .check(SERVER);
  }

  @Test
  void featuresFormNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(SERVER);
  }

  @Test
  void onlyChangesWritesItsLog() {
    noClasses()
        .that(not(resideInAPackage(ROOT + ".changes..")))
        .should()
        .callMethod(ChangeLog.class, "append", Change.class, Instant.class)
        .check(SERVER);
  }

  @Test
  void timeIsHandedIn() {
    noClasses()
        .that(not(resideInAPackage(ROOT)))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(InstantSource.class, "system")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(SERVER);
  }
}
