package dev.streamgate.packaging;

import java.util.List;

/// A part of ours or of others that is shipped; its purl says what it is to everybody.
record Component(String name, String version, List<String> licences, String purl) {
  boolean isOurs() {
    return purl.startsWith("pkg:maven/dev.streamgate/");
  }
}
