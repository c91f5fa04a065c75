package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A server that may open few files, and more clients than that.
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class OpenFilesTest {
  private static final String LIMIT = "ulimit -n 400; exec \"$0\" \"$@\"";
  private static final int CLIENTS = 500;

  @TempDir Path folder;

  @Test
  void aShortageIsToldOnceAndOverWhenClientsLeave() throws IOException, InterruptedException {
    try (ServerProcess server =
        ServerProcess.start(folder, Map.of(), List.of("bash", "-c", LIMIT))) {
      List<Socket> clients = new ArrayList<>();
      try {
        int port = Integer.parseInt(server.address().replaceFirst(".*:", ""));
        for (int i = 0; i < CLIENTS; i++) {
          clients.add(new Socket(InetAddress.getLoopbackAddress(), port));
          if (i == 0) {
            assertThat(health(clients.getFirst())).startsWith("HTTP/1.1 200");
          }
        }
        assertThat(health(clients.getFirst())).as("who is in").startsWith("HTTP/1.1 200");
        double before = cpuSeconds(server.pid());
        TimeUnit.SECONDS.sleep(3);
        assertThat(cpuSeconds(server.pid()) - before).as("while it waits").isLessThan(1.5);
        assertThat(server.isAlive()).isTrue();
      } finally {
        for (Socket client : clients) {
          client.close();
        }
      }
      try (StaffClient staff = new StaffClient(server.address(), ServerProcess.PASSWORD)) {
        assertThat(staff.createEvent()).isNotEmpty();
      }
    }
    assertThat(Files.readString(folder.resolve("out")) + Files.readString(folder.resolve("log")))
        .containsOnlyOnce("no connection can be accepted for now")
        .contains("Shutdown complete");
  }

  private static String health(Socket client) throws IOException {
    client
        .getOutputStream()
        .write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    byte[] some = new byte[4096];
    int length = client.getInputStream().read(some);
    return length < 0 ? "" : new String(some, 0, length, StandardCharsets.UTF_8);
  }

  /// The fields follow the name in brackets, which may hold blanks; 14 and 15 are of the processor.
  private static double cpuSeconds(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
  }
}
