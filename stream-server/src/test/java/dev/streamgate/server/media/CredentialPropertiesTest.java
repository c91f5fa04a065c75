package dev.streamgate.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.denials.Denials;
import dev.streamgate.server.grants.DirectoryGrant;
import dev.streamgate.server.grants.DirectoryGrant.Signing;
import dev.streamgate.server.grants.TestTokens;
import dev.streamgate.server.media.MediaDecision.Granted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// What holds of every path and of every credential, sensible or not.
class CredentialPropertiesTest {
  private static final MediaAuthorizer AUTHORIZER =
      TestCredentials.authorizer(TestTokens.tokens(), new Denials());

  @Property
  void noPathBreaksTheReaderOrLeavesItsEvent(@ForAll("paths") String rawPath) {
    Optional<MediaPath> path = MediaPath.of(rawPath);

    assertThat(path.map(MediaPath::names).orElse(List.of()))
        .noneMatch(
            name -> name.isEmpty() || name.endsWith(".") || name.matches(".*[/\\\\\\x00].*"));
    assertThat(path.map(MediaPath::normalised).orElse("/streams/evt-1/"))
        .startsWith("/streams/")
        .doesNotContain("/../", "//");
  }

  @Property
  void whateverIsShownGetsADecision(
      @ForAll("paths") String rawPath, @ForAll("segments") String segment, @ForAll String text) {
    List<Credential> shown =
        List.of(
            new Credential.Token(Credential.Carrier.COOKIE, text),
            new Credential.SignedAddress(text, text, text),
            new Credential.Directory(segment));

    for (Credential credential : shown) {
      assertThat(decide(credential, rawPath)).isInstanceOf(MediaDecision.Refused.class);
    }
  }

  @Property
  void whatIsSignedOpens(
      @ForAll @IntRange(min = 1, max = 28_800) int seconds,
      @ForAll @IntRange(min = 1, max = 99_999) int limit,
      @ForAll("folders") String folder) {
    String segment = sign(TestTokens.NOW.plusSeconds(seconds), limit, folder);

    MediaDecision decision = decide(new Credential.Directory(segment), raw(folder) + "0.ts");

    assertThat(decision).isInstanceOf(Granted.class);
    assertThat(((Granted) decision).kilobytesPerSecond()).hasValue(limit);
  }

  @Property
  void noOtherCharacterAnywhereOpensIt(
      @ForAll @IntRange(max = 200) int position, @ForAll("characters") char other) {
    String segment = sign(TestTokens.EXPIRES_AT, 500, TestTokens.FOLDER);
    int at = position % segment.length();
    String changed = segment.substring(0, at) + other + segment.substring(at + 1);
    boolean isSame = DirectoryToken.read(changed).equals(DirectoryToken.read(segment));

    assertThat(decide(new Credential.Directory(changed), TestTokens.FOLDER + "0.ts"))
        .isInstanceOf(isSame ? Granted.class : MediaDecision.Refused.class);
  }

  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> part =
        Arbitraries.of(
            "/", "//", ".", "..", "%2e", "%2f", "%5c", "%252e", "%00", "\\", ":", " ", "a",
            "%c3%a4", "streams", "evt-1", "0.ts", "cache", "%", "é", "~");
    return part.list().ofMaxSize(12).map(parts -> "/streams/evt-1" + String.join("", parts));
  }

  @Provide
  Arbitrary<String> segments() {
    Arbitrary<String> part =
        Arbitraries.of(
            "bcdn_token=",
            "expires=",
            "token_path=",
            "limit=",
            "sid=",
            "ch=",
            "q=",
            "&",
            "=",
            "%",
            "HS256-",
            "HS256-1-",
            "1741194000",
            "%2Fstreams%2Fevt-1%2F",
            "A".repeat(43),
            "é",
            "\"");
    return part.list().ofMaxSize(16).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> folders() {
    return Arbitraries.strings()
        .withChars("abc&=%+ é~-")
        .ofMinLength(1)
        .ofMaxLength(8)
        .filter(name -> !name.endsWith(" "))
        .map(name -> TestTokens.FOLDER + name + "/");
  }

  @Provide
  Arbitrary<Character> characters() {
    return Arbitraries.chars().range(' ', '~');
  }

  private static String sign(Instant expires, int limit, String folder) {
    DirectoryGrant grant =
        new DirectoryGrant(
            folder,
            expires,
            Optional.empty(),
            OptionalInt.of(limit),
            Optional.of("s-1"),
            Optional.empty(),
            OptionalInt.empty());
    Signing signing = grant.sign(TestCredentials.KEYS, TestCredentials.CLOCK);
    return ((Signing.Signed) signing).prefix().substring(1);
  }

  private static String raw(String folder) {
    String name = folder.substring(TestTokens.FOLDER.length(), folder.length() - 1);
    return TestTokens.FOLDER + PercentEncoding.encode(name) + "/";
  }

  private static MediaDecision decide(Credential credential, String rawPath) {
    return AUTHORIZER.decide(
        List.of(credential), new MediaRequest(rawPath, false, () -> "192.0.2.1"));
  }
}
