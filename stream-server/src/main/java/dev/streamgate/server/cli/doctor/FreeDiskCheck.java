package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.cli.FailureWords;
import dev.streamgate.server.cli.Sizes;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whether there is room where the server writes.
final class FreeDiskCheck implements Check {
  private static final long TOO_LITTLE = 100_000_000;
  private static final long LITTLE = 1_000_000_000;

  private final Map<String, Path> places;

  /// @param places folders by what they are for, each of which may not be there yet
  FreeDiskCheck(Map<String, Path> places) {
    this.places = places;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    List<FileStore> seen = new ArrayList<>();
    for (Map.Entry<String, Path> place : places.entrySet()) {
      try {
        FileStore store = Files.getFileStore(Places.existing(place.getValue()));
        if (!seen.contains(store)) {
          seen.add(store);
          findings.add(finding(place.getKey(), place.getValue(), store.getUsableSpace()));
        }
      } catch (IOException e) {
        findings.add(
            Finding.warn(
                "Free disk for " + place.getKey(), FailureWords.of(e), "look at that disk"));
      }
    }
    return findings;
  }

  private static Finding finding(String purpose, Path place, long free) {
    String subject = "Free disk for " + purpose;
    String text = "%s, at %s".formatted(Sizes.text(free), place.toAbsolutePath().normalize());
    String remedy = "make room, or move it to a larger disk";
    if (free < TOO_LITTLE) {
      return Finding.fail(subject, text, remedy);
    }
    return free < LITTLE ? Finding.warn(subject, text, remedy) : Finding.ok(subject, text);
  }
}
