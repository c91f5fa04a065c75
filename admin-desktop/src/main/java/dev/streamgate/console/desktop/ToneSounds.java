package dev.streamgate.console.desktop;

import dev.streamgate.console.task.TaskRunner;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// Sounds made of plain tones: one high for good, two low for bad. A computer without sound stays
/// silent.
public final class ToneSounds implements Sounds {
  private static final float RATE = 22_050;
  private static final double LOUDNESS = 0.35 * Byte.MAX_VALUE;
  private static final Logger LOG = System.getLogger(ToneSounds.class.getName());

  private final TaskRunner tasks;

  public ToneSounds(TaskRunner tasks) {
    this.tasks = tasks;
  }

  @Override
  public void good() {
    play(tone(1_320, 110));
  }

  @Override
  public void bad() {
    play(tone(330, 130), tone(0, 60), tone(247, 200));
  }

  private void play(byte[]... tones) {
    tasks.run(() -> sound(tones), done -> {}, defect -> LOG.log(Level.DEBUG, "no sound", defect));
  }

  private static boolean sound(byte[]... tones) {
    AudioFormat format = new AudioFormat(RATE, Byte.SIZE, 1, true, false);
    try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
      line.open(format);
      line.start();
      for (byte[] tone : tones) {
        line.write(tone, 0, tone.length);
      }
      line.drain();
      return true;
    } catch (LineUnavailableException e) {
      throw new IllegalStateException("opening the sound line", e);
    }
  }

  private static byte[] tone(int hertz, int milliseconds) {
    byte[] samples = new byte[(int) (RATE * milliseconds / 1_000)];
    for (int i = 0; i < samples.length; i++) {
      double fading = Math.min(1, Math.min(i, samples.length - i) / 200.0);
      samples[i] = (byte) (LOUDNESS * fading * Math.sin(2 * Math.PI * hertz * i / RATE));
    }
    return samples;
  }
}
