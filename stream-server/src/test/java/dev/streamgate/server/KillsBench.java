package dev.streamgate.server;

import dev.streamgate.server.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Kills a server a hundred times while staff make and revoke tickets and viewers redeem them, and
/// looks for what is lost. Run by `bench/run kills`.
final class KillsBench {
  private static final String USAGE =
      """
      Usage: bench/run kills [--hsqldb | --postgres] [times [seed]]
        times  how often each server is killed, 100 unless said otherwise
        seed   decides all moments; a run tells its own\
      """;

  private static final int LONGEST_RUSH = 3000;

  private KillsBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> numbers = new ArrayList<>(List.of(arguments));
    boolean hsqldb = !numbers.remove("--postgres");
    boolean postgres = !numbers.remove("--hsqldb");
    if (numbers.size() > 2 || !numbers.stream().allMatch(it -> it.matches("-?\\d{1,18}"))) {
      System.err.println(USAGE);
      System.exit(2);
    }
    int times = numbers.isEmpty() ? 100 : Integer.parseInt(numbers.getFirst());
    long seed =
        numbers.size() == 2 ? Long.parseLong(numbers.getLast()) : new SecureRandom().nextInt();
    System.out.printf(
        "%n| Killed, seed %d | kills | requests sent | batches answered | tickets in them"
            + " | redemptions answered | revokes answered | bulk revokes answered"
            + " | lost or half done | minutes |%n",
        seed);
    System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    System.setProperty(ServerProcess.LAUNCHER, Path.of("streamgate").toAbsolutePath().toString());
    boolean good = true;
    if (hsqldb) {
      good = run("HSQLDB", TestDatabase.HSQLDB, times, seed);
    }
    if (postgres) {
      good &= run("PostgreSQL", TestDatabase.POSTGRESQL, times, seed);
    }
    System.out.flush();
    System.exit(good ? 0 : 1);
  }

  private static boolean run(String name, TestDatabase kind, int times, long seed)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("streamgate-kills");
    long begin = System.nanoTime();
    KilledServer.Outcome outcome =
        new KilledServer(folder, kind, seed, LONGEST_RUSH)
            .kill(times, kills -> System.err.println(name + ": killed " + kills + " times"));
    System.out.printf(
        "| %s | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %.1f |%n",
        name,
        outcome.kills(),
        outcome.asked(),
        outcome.batches(),
        outcome.tickets(),
        outcome.seats(),
        outcome.revocations(),
        outcome.bulkRevocations(),
        outcome.wrong().size(),
        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) / 60.0);
    outcome.wrong().forEach(it -> System.err.println(name + ": " + it));
    return outcome.wrong().isEmpty();
  }
}
