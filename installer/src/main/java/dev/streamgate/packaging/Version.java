package dev.streamgate.packaging;

/// The version of what is packaged.
record Version(String number) {
  /// macOS takes no version that begins with 0; there it begins with 1.
  String asJpackageTakesIt(Platform platform) {
    return platform == Platform.MAC && number.startsWith("0.") ? "1" + number.substring(1) : number;
  }
}
