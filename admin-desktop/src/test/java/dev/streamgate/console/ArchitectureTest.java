package dev.streamgate.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The directions the console's packages may look in.
class ArchitectureTest {
  private static final JavaClasses CONSOLE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.streamgate.console");

  @Test
  void onlyApiSpeaksHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..console.api")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.net.http..")
        .check(CONSOLE);
  }

  @Test
  void viewModelsHaveNeverHeardOfWidgets() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.fxml..", "javafx.stage..", "org.controlsfx..")
        .check(CONSOLE);
  }

  @Test
  void nobodyDependsOnTheWiring() {
    noClasses()
        .that()
        .resideInAPackage("..console.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.streamgate.console")
        .check(CONSOLE);
  }

  @Test
  void theConsoleKnowsNothingOfTheServersInside() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.streamgate.server..")
        .check(CONSOLE);
  }

  /// `api` is told of an interruption while it waits, and has to pass that on; `host` reads what
  /// another process writes and waits for its end.
  @Test
  void onlyTaskChangesThreads() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..console.task", "..console.api", "..console.host")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.Thread")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javafx.application.Platform")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.util.concurrent..")
        .check(CONSOLE);
  }

  @Test
  void screensDoNotKnowEachOther() {
    List<String> screens =
        List.of(
            "dashboard",
            "events",
            "tickets",
            "viewers",
            "door",
            "diagnostics",
            "edges",
            "audit",
            "staff",
            "settings",
            "host");
    String[] all = screens.stream().map(name -> "..console." + name).toArray(String[]::new);
    for (String screen : screens) {
      noClasses()
          .that()
          .resideInAnyPackage(all)
          .and()
          .resideOutsideOfPackage("..console." + screen)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..console." + screen)
          .check(CONSOLE);
    }
  }
}
