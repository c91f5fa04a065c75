package dev.streamgate.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Wraps images as installers of Windows and macOS, by jpackage.
final class SystemPackages {
  /// Windows knows by these which installed program a newer package takes the place of.
  private static final String SERVER_UPGRADE = "5b0f4d2e-6c1b-4a53-9d7e-1f6f0c5a7a01";

  private static final String CONSOLE_UPGRADE = "5b0f4d2e-6c1b-4a53-9d7e-1f6f0c5a7a02";

  private final Platform platform;
  private final Path target;
  private final Version version;

  SystemPackages(Platform platform, Path target, Version version) {
    this.platform = platform;
    this.target = target;
    this.version = version;
  }

  void server(AppImage image) {
    switch (platform) {
      case WINDOWS -> make("msi", Images.SERVER, image, windows(SERVER_UPGRADE));
      case MAC -> make("pkg", Images.SERVER, image, List.of());
      case LINUX -> throw new IllegalStateException("Linux has packages of its own");
    }
  }

  void console(AppImage image) {
    switch (platform) {
      case WINDOWS -> {
        List<String> more = new ArrayList<>(windows(CONSOLE_UPGRADE));
        more.addAll(List.of("--win-menu", "--win-shortcut-prompt"));
        make("msi", Images.CONSOLE, image, more);
      }
      case MAC -> {
        make("dmg", Images.CONSOLE, image, List.of());
        make("pkg", Images.CONSOLE, image, List.of());
      }
      case LINUX -> throw new IllegalStateException("Linux has packages of its own");
    }
  }

  /// Files were added to what jpackage had signed, so it is signed anew; by nobody in particular,
  /// since a certificate is the publisher's own business.
  void sign(AppImage image) throws IOException, InterruptedException {
    if (platform == Platform.MAC) {
      Tools.run(List.of("codesign", "--force", "--deep", "--sign", "-", image.root().toString()));
    }
  }

  private static List<String> windows(String upgrade) {
    return List.of("--win-upgrade-uuid", upgrade, "--win-dir-chooser");
  }

  private void make(String type, String name, AppImage image, List<String> more) {
    List<String> arguments = new ArrayList<>(List.of("--type", type, "--name", name));
    arguments.addAll(List.of("--app-image", image.root().toString()));
    arguments.addAll(List.of("--dest", target.toString(), "--vendor", "StreamGate"));
    arguments.addAll(List.of("--app-version", version.asJpackageTakesIt(platform)));
    arguments.addAll(more);
    Tools.jdk("jpackage", arguments);
  }
}
