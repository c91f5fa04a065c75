/**
 * How requests to the media side show the token. On the page's own origin they carry it as a
 * header; on another origin as a query value, since a header would cost a preflight per segment.
 * An address elsewhere, named by a playlist, never gets the token.
 */
export class MediaAddress {
  /** Whether portal and media share an origin. */
  readonly isSameOrigin: boolean;
  /** Address of the playlist, without a token. */
  readonly playlist: string;
  private readonly origin: string;

  constructor(playbackBaseUrl: string, streamPath: string, pageAddress: string) {
    const playlist = new URL(playbackBaseUrl.replace(/\/$/, '') + streamPath, pageAddress);
    this.playlist = playlist.href;
    this.origin = playlist.origin;
    this.isSameOrigin = playlist.origin === new URL(pageAddress).origin;
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
    return new URL(url, this.playlist).origin === this.origin;
  }
}

/** Replaces a token that is there: addresses in a playlist carry the one it was fetched with. */
function withToken(address: string, token: string): string {
  const url = address.replace(/([?&])__token=[^&]*&?/, '$1').replace(/[?&]$/, '');
  return `${url}${url.includes('?') ? '&' : '?'}__token=${encodeURIComponent(token)}`;
}
