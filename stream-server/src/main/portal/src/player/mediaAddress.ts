/**
 * How requests to the media side show the token. On the page's own origin they carry it as a
 * header; on another origin as a query value, since a header would cost a preflight per segment.
 * An address elsewhere, named by a playlist, never gets the token.
 */
export class MediaAddress {
  private playlistUrl!: URL;

  constructor(
    playbackBaseUrl: string,
    streamPath: string,
    private readonly pageAddress: string,
  ) {
    this.moveTo(playbackBaseUrl, streamPath);
  }

  /** Takes the media from there from now on; tells whether that is another place. */
  moveTo(playbackBaseUrl: string, streamPath: string): boolean {
    const before = this.playlistUrl?.href;
    const path = playbackBaseUrl.replace(/\/$/, '') + streamPath;
    this.playlistUrl = new URL(path, this.pageAddress);
    return before !== this.playlistUrl.href;
  }

  /** Address of the playlist, without a token. */
  get playlist(): string {
    return this.playlistUrl.href;
  }

  /** Whether portal and media share an origin. */
  get isSameOrigin(): boolean {
    return this.playlistUrl.origin === new URL(this.pageAddress).origin;
  }

  /** The address of a path on the media side, without a token. */
  onMediaSide(path: string): string {
    return new URL(path, this.playlist).href;
  }

  /** The address to ask for. */
  forRequest(url: string, token: string): string {
    return this.isGate(url) && !this.isSameOrigin ? withToken(url, token) : url;
  }

  /** The Authorization header to send along, if any. */
  headerFor(url: string, token: string): string | undefined {
    return this.isGate(url) && this.isSameOrigin ? `Bearer ${token}` : undefined;
  }

  /** The playlist with the token in it, for players that cannot send headers. */
  playlistWithToken(token: string): string {
    return withToken(this.playlist, token);
  }

  private isGate(url: string): boolean {
    return new URL(url, this.playlist).origin === this.playlistUrl.origin;
  }
}

/** Replaces a token that is there: addresses in a playlist carry the one it was fetched with. */
function withToken(address: string, token: string): string {
  const url = address.replace(/([?&])__token=[^&]*&?/, '$1').replace(/[?&]$/, '');
  return `${url}${url.includes('?') ? '&' : '?'}__token=${encodeURIComponent(token)}`;
}
