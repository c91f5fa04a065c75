package dev.streamgate.server.portal.files;

import dev.streamgate.server.portal.PortalFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The description of the HTTP interface as the build put it onto the class path.
public final class ClassPathApiDescription {
  private static final String NAME = "openapi.yaml";

  private ClassPathApiDescription() {}

  /// The description, whole.
  ///
  /// @throws IllegalStateException if the build left it out
  public static PortalFile file() {
    try (InputStream in = ClassPathApiDescription.class.getResourceAsStream("/" + NAME)) {
      if (in == null) {
        throw new IllegalStateException(NAME + " is not on the class path");
      }
      return new PortalFile(NAME, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + NAME, e);
    }
  }
}
