package dev.streamgate.bench;

import dev.streamgate.server.grants.TokenVerification;
import dev.streamgate.server.grants.jwt.JwtPlaybackTokens;
import dev.streamgate.server.media.ChildAddresses;
import dev.streamgate.server.media.Credential;
import dev.streamgate.server.media.Credential.Carrier;
import dev.streamgate.server.media.MediaPath;
import dev.streamgate.server.media.Playlist;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The steps of a media request one by one.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class PartsBenchmark {
  private static final int TOKENS = 1_000;
  private static final int LIVE_SEGMENTS = 24;
  private static final int SEGMENTS_OF_TWO_HOURS = 1_800;

  private final JwtPlaybackTokens issuer = SampleTokens.issuer();
  private final SampleTokens tokens = SampleTokens.mint(TOKENS);
  private final byte[] live = SamplePlaylist.live(LIVE_SEGMENTS);
  private final byte[] recording = SamplePlaylist.recording(SEGMENTS_OF_TWO_HOURS);
  private final Credential credential = new Credential.Token(Carrier.QUERY, tokens.read(0));
  private String plain = "/streams/" + SampleTokens.EVENT + "/video/segment-00417.ts";
  private String encoded = "/streams/" + SampleTokens.EVENT + "/video%20one/segment%2d00417.ts";
  private int next;

  @Benchmark
  public TokenVerification verifyToken() {
    next = next + 1 == TOKENS ? 0 : next + 1;
    return issuer.verify(tokens.read(next));
  }

  @Benchmark
  public Optional<MediaPath> parsePath() {
    return MediaPath.of(plain);
  }

  @Benchmark
  public Optional<MediaPath> parseEncodedPath() {
    return MediaPath.of(encoded);
  }

  @Benchmark
  public byte[] rewriteLivePlaylist() {
    return rewrite(live);
  }

  @Benchmark
  public byte[] rewriteTwoHourRecording() {
    return rewrite(recording);
  }

  private byte[] rewrite(byte[] bytes) {
    ChildAddresses children =
        ChildAddresses.of(() -> Set.of("https://stream.example.org"), credential).orElseThrow();
    return new Playlist(bytes).withAddresses(children::withCredential);
  }
}
