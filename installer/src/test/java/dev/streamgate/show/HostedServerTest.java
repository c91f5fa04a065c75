package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/// A server on this computer, as somebody without a technician starts it: from the console, which
/// runs the server's own jar.
@ResourceLock(StaffConsole.LOCK)
class HostedServerTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String CUT_OFF =
      "Stop the server on this computer? %d viewers are watching and will be cut off.";

  /// The server counts its viewers once a second.
  private static final int COUNTED_EVERY_MILLIS = 1_000;

  @AfterEach
  void endWhatATestHasLeft() {
    servers().forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void itIsStartedWatchedFromAndStoppedWithTheConsole(@TempDir Path folder)
      throws IOException, InterruptedException, TimeoutException, ReaderException {
    Path data = folder.resolve("data");
    int port = freePort();
    try (StaffConsole staff = StaffConsole.openForTheFirstTime(folder.resolve("preferences"))) {
      staff.click("#welcomeHost");
      staff.type("#hostFolder", data.toString());
      staff.type("#hostPort", String.valueOf(port));
      staff.click("#startServer");
      staff.awaitLong("#hostPassword");
      staff.awaitText("#hostMessage", "The server runs on this computer."::equals);
      staff.await("#hostAddresses .text-field");
      staff.picture(PICTURES.resolve("host-1-running.png"));
      String address = staff.fieldText("#hostAddresses .text-field");
      assertThat(address).startsWith("http://").endsWith(":" + port);
      assertThat(read(staff.image("#hostPicture"))).isEqualTo(address);

      StaffCalls calls =
          StaffCalls.signIn("http://localhost:" + port, staff.fieldText("#hostPassword"));
      List<String> codes = calls.tickets(calls.event("Village fair"), 3, "Bench");
      assertThat(calls.redeem(codes.get(0))).isEqualTo(200);
      assertThat(calls.redeem(codes.get(1))).isEqualTo(200);

      staff.click("#stopServer");
      staff.awaitText("#dialogText", text -> text.equals(CUT_OFF.formatted(2)));
      staff.picture(PICTURES.resolve("host-2-asks.png"));
      staff.click("#dialogCancel");
      assertThat(calls.redeem(codes.get(2))).isEqualTo(200);
      Thread.sleep(COUNTED_EVERY_MILLIS);

      staff.closeWindow();
      staff.awaitText("#dialogText", text -> text.equals(CUT_OFF.formatted(3)));
      List<ProcessHandle> servers = servers();
      assertThat(servers).hasSize(1);
      staff.click("#dialogConfirm");
      staff.awaitClosed();
      assertThat(servers).noneMatch(ProcessHandle::isAlive);
      assertThatThrownBy(() -> connect(port)).isInstanceOf(ConnectException.class);
      assertThat(data).isNotEmptyDirectory().isDirectoryNotContaining("glob:**server.json");
    }
  }

  private static String read(BufferedImage picture) throws ReaderException {
    int width = picture.getWidth();
    int[] dots = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    RGBLuminanceSource light = new RGBLuminanceSource(width, picture.getHeight(), dots);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
  }

  /// The servers this test's own process has started from the jar.
  private static List<ProcessHandle> servers() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains("stream-server.jar"))
        .toList();
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private static void connect(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), 2_000);
    }
  }
}
