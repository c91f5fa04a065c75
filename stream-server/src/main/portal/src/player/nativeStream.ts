import type { HlsLoadingNeeds } from './hlsLoading';
import type { Quality, Stream, StreamListener } from './stream';

/** Plays through the browser's own HLS, where Media Source is missing or AirPlay is wanted. */
export class NativeStream implements Stream {
  private sentToken = '';
  private opened = false;
  private byCookie = false;
  private startAt: number | undefined;

  /** @param mayUseCookie false when the address must do by itself, as on a television */
  constructor(
    private readonly video: HTMLVideoElement,
    private readonly needs: HlsLoadingNeeds,
    private readonly fetch: typeof globalThis.fetch,
    private readonly listener: StreamListener,
    private readonly mayUseCookie = true,
  ) {
    video.addEventListener('error', this.onError);
    video.addEventListener('durationchange', this.onDuration);
    video.addEventListener('playing', this.onPlaying);
    video.addEventListener('loadedmetadata', this.onMetadata);
  }

  open(position?: number): void {
    this.opened = true;
    this.startAt = position;
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
    this.video.removeEventListener('loadedmetadata', this.onMetadata);
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

  quality(): Quality {
    return { renditions: [], chosen: undefined };
  }

  chooseRendition(): void {
    // The browser chooses.
  }

  private async load(): Promise<void> {
    const { address } = this.needs;
    this.sentToken = await this.needs.token();
    const mayUseCookie = this.mayUseCookie && address.isSameOrigin;
    this.byCookie = mayUseCookie && (await this.statusOf(address.playlist)) === 200;
    if (!this.opened) return;
    const { currentTime, duration } = this.video;
    if (Number.isFinite(duration) && currentTime > 0) this.startAt ??= currentTime;
    this.video.src = this.byCookie ? address.playlist : address.playlistWithToken(this.sentToken);
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
    this.listener.note(`stream native ${status}`);
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

  private readonly onMetadata = (): void => {
    if (this.startAt !== undefined) this.video.currentTime = this.startAt;
    this.startAt = undefined;
  };

  private readonly onPlaying = (): void => this.needs.recovery.succeeded('stream');
}
