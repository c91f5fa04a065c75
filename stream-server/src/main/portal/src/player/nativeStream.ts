import type { HlsLoadingNeeds } from './hlsLoading';
import type { Stream, StreamListener } from './stream';

/** Plays through the browser's own HLS, where Media Source is missing. */
export class NativeStream implements Stream {
  private sentToken = '';
  private opened = false;
  private byCookie = false;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly needs: HlsLoadingNeeds,
    private readonly fetch: typeof globalThis.fetch,
    private readonly listener: StreamListener,
  ) {
    video.addEventListener('error', this.onError);
    video.addEventListener('durationchange', this.onDuration);
    video.addEventListener('playing', this.onPlaying);
  }

  open(): void {
    this.opened = true;
    void this.load();
  }

  halt(): void {
    this.opened = false;
  }

  destroy(): void {
    this.opened = false;
    this.video.removeEventListener('error', this.onError);
    this.video.removeEventListener('durationchange', this.onDuration);
    this.video.removeEventListener('playing', this.onPlaying);
    this.video.removeAttribute('src');
    this.video.load();
  }

  tokenRenewed(): void {
    // By cookie the server has renewed it already; an address with an old token must be replaced.
    if (this.opened && !this.byCookie) void this.load();
  }

  liveEdge(): number | undefined {
    const { seekable } = this.video;
    return seekable.length > 0 ? seekable.end(seekable.length - 1) : undefined;
  }

  private async load(): Promise<void> {
    const { address } = this.needs;
    this.sentToken = await this.needs.token();
    this.byCookie = address.isSameOrigin && (await this.statusOf(address.playlist)) === 200;
    if (!this.opened) return;
    const { currentTime, duration } = this.video;
    this.video.src = this.byCookie ? address.playlist : address.playlistWithToken(this.sentToken);
    if (Number.isFinite(duration) && currentTime > 0) this.video.currentTime = currentTime;
  }

  /** HTTP status of a HEAD, or 0 when there is no answer. */
  private statusOf(url: string): Promise<number> {
    return this.fetch(url, { method: 'HEAD', cache: 'no-store' }).then(
      (response) => response.status,
      () => 0,
    );
  }

  // The element does not say why it failed, so the playlist is asked for in its place.
  private readonly onError = async (): Promise<void> => {
    if (!this.opened) return;
    const { address, recovery } = this.needs;
    const status = await this.statusOf(address.playlistWithToken(this.sentToken));
    if (!this.opened) return;
    if (status === 404) return this.listener.missing();
    const isRefusal = status === 401 || status === 403;
    const advice = isRefusal
      ? await recovery.refused('stream', this.sentToken)
      : await recovery.broken('stream');
    if (advice === 'again' && this.opened) await this.load();
  };

  private readonly onDuration = (): void => {
    if (Number.isFinite(this.video.duration)) this.listener.completed();
  };

  private readonly onPlaying = (): void => this.needs.recovery.succeeded('stream');
}
