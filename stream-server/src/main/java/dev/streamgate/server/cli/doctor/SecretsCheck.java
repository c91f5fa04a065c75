package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.cli.FailureWords;
import dev.streamgate.server.foundation.ConfigKey;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.Role;
import dev.streamgate.server.foundation.Secrets;
import dev.streamgate.server.foundation.SecretsFile;
import dev.streamgate.server.foundation.ServerConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whether there are all the secrets that a server of this role needs.
final class SecretsCheck implements Check {
  private static final String SUBJECT = "Secrets";

  /// For whoever may not look.
  static final String AS_THE_SERVER = "run this as the user that the server runs as";

  private static final String GENERATE = "streamgate generate-secret --env";

  private final ServerConfig config;

  SecretsCheck(ServerConfig config) {
    this.config = config;
  }

  @Override
  public List<Finding> findings() {
    Path kept = SecretsFile.in(config.dataDirectory()).path();
    return List.of(denied(kept).orElseGet(() -> known(kept)));
  }

  private Finding known(Path kept) {
    if (makesItsOwn() && !Files.exists(kept)) {
      return Finding.ok(SUBJECT, "what is not configured is made at the first start");
    }
    try {
      Secrets.known(config.secrets(), config.dataDirectory());
      return Finding.ok(SUBJECT, Files.exists(kept) ? "are in " + kept : "are configured");
    } catch (ConfigurationException e) {
      return makesItsOwn() ? lone(kept, e) : Finding.fail(SUBJECT, words(e), toShare());
    }
  }

  /// Whether nobody else must know its secrets.
  private boolean makesItsOwn() {
    return config.role() == Role.ALL && !config.database().isPostgresql();
  }

  /// Such a server makes what is gone from its file, and ends what was signed by it.
  private Finding lone(Path kept, ConfigurationException problem) {
    List<ConfigKey> missing = missing();
    if (missing.isEmpty() || missing.size() < problem.problems().size()) {
      return Finding.fail(SUBJECT, words(problem), GENERATE);
    }
    return Finding.warn(
        SUBJECT,
        "%s lacks %s: the next start makes new ones, by which viewers' tokens and cookies end"
            .formatted(kept, missing.stream().map(Enum::name).collect(Collectors.joining(", "))),
        "put the file back from a backup with secrets, if there is one, before you start");
  }

  /// None, where the file is no file of secrets at all.
  private List<ConfigKey> missing() {
    try {
      return Secrets.missing(config.secrets(), config.dataDirectory());
    } catch (ConfigurationException e) {
      return List.of();
    }
  }

  private String toShare() {
    return config.role() == Role.MEDIA
        ? "copy it from the platform, whose keys an edge must have: from its configuration, or secrets.properties in its data directory"
        : "copy it from the other servers of this database and its edges, if there are any; for the first one: "
            + GENERATE;
  }

  /// It is tried: what the system says of rights without being asked for the file is not always
  /// true.
  private static Optional<Finding> denied(Path kept) {
    Optional<Path> closed = Places.closed(kept);
    if (closed.isPresent()) {
      return Optional.of(
          Finding.fail(SUBJECT, "this user may not look into " + closed.get(), AS_THE_SERVER));
    }
    try (InputStream _ = Files.newInputStream(kept)) {
      return Optional.empty();
    } catch (AccessDeniedException e) {
      return Optional.of(Finding.fail(SUBJECT, "this user may not read " + kept, AS_THE_SERVER));
    } catch (IOException e) {
      return Optional.empty(); // it is not there, or is told of by whoever reads it
    }
  }

  private static String words(ConfigurationException problem) {
    return problem.problems().stream()
        .map(FailureWords::ofProblem)
        .collect(Collectors.joining("; "));
  }
}
