package dev.streamgate.server.contract;

import dev.streamgate.server.foundation.RouteTable.Route;
import java.util.stream.Stream;

/// The portal's files and configuration.
final class PortalCases {
  private static final String ASSETS = "/assets/";

  private PortalCases() {}

  static Stream<Cases> all() {
    return Stream.of(
        file("getStartPage"),
        file("getIndexPage"),
        file("getIcon"),
        Cases.of("getAsset")
            .good(200, (it, stage) -> it.path("file", asset(stage, ".js")))
            .good(200, (it, stage) -> it.path("file", asset(stage, ".css")))
            .good(200, (it, stage) -> it.path("file", asset(stage, ".woff2")))
            .good(304, (it, stage) -> known(it.path("file", asset(stage, ".js")), stage))
            .refused(404, "Not found", (it, stage) -> it.path("file", "other.js")),
        Cases.of("getPortalConfig").good(200));
  }

  private static Cases file(String operation) {
    return Cases.of(operation).good(200).good(304, PortalCases::known);
  }

  /// Fills the name of a file in, if the path asks for one: each file is a path of its own.
  static Ask existing(Ask ask, Stage stage) {
    return ask.path("file", asset(stage, ".js"));
  }

  /// Says that the asker has what it asks for.
  static Ask known(Ask ask, Stage stage) {
    return ask.header("If-None-Match", stage.send(ask).header("ETag").orElseThrow());
  }

  private static String asset(Stage stage, String extension) {
    return stage.server().routes().stream()
        .map(Route::path)
        .filter(path -> path.startsWith(ASSETS) && path.endsWith(extension))
        .findFirst()
        .orElseThrow()
        .substring(ASSETS.length());
  }
}
