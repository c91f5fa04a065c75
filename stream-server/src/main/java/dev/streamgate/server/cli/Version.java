package dev.streamgate.server.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version of this program, from its jar.
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }

  /// The bare number; `development` outside of a jar.
  public static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  static String text() {
    return "StreamGate " + number();
  }
}
