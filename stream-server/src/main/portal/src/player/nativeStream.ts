import type { Cancel, Timers } from '../time/timers';
import type { HlsLoadingNeeds } from './hlsLoading';
import type { Quality, Stream, StreamListener } from './stream';

/** A picture that stands for so long (milliseconds) may have lost its network. */
const STALL = 4000;

/** What the browser's own player needs. */
export interface NativeNeeds extends HlsLoadingNeeds {
  fetch: typeof globalThis.fetch;
  timers: Timers;
}

/** Plays through the browser's own HLS, where Media Source is missing or AirPlay is wanted. */
export class NativeStream implements Stream {
  private sentToken = '';
  private opened = false;
  private byCookie = false;
  private startAt: number | undefined;
  private loads = 0;
  private cancelLook: Cancel = () => undefined;

  /** @param mayUseCookie false when the address must do by itself, as on a television */
  constructor(
    private readonly video: HTMLVideoElement,
    private readonly needs: NativeNeeds,
    private readonly listener: StreamListener,
    private readonly mayUseCookie = true,
  ) {
    video.addEventListener('error', this.onError);
    video.addEventListener('waiting', this.onWaiting);
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
    this.cancelLook();
  }

  destroy(): void {
    this.halt();
    this.video.removeEventListener('error', this.onError);
    this.video.removeEventListener('waiting', this.onWaiting);
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
    const turn = ++this.loads;
    this.sentToken = await this.needs.token();
    const mayUseCookie = this.mayUseCookie && address.isSameOrigin;
    this.byCookie = mayUseCookie && (await this.statusOf(address.playlist)) === 200;
    // A renewal reloads by itself; whoever asked for it would do so again.
    if (!this.opened || turn !== this.loads) return;
    const { currentTime, duration } = this.video;
    if (Number.isFinite(duration) && currentTime > 0) this.startAt ??= currentTime;
    this.video.src = this.byCookie ? address.playlist : address.playlistWithToken(this.sentToken);
  }

  /** HTTP status of a HEAD, or 0 when there is no answer. */
  private statusOf(url: string): Promise<number> {
    return this.needs.fetch(url, { method: 'HEAD', cache: 'no-store' }).then(
      (response) => response.status,
      () => 0,
    );
  }

  private readonly onError = (): void => void this.recover(false);

  // Without a network the element just stands still, for minutes and without an error.
  private readonly onWaiting = (): void => {
    this.cancelLook();
    this.cancelLook = this.needs.timers.after(STALL, () => void this.recover(true));
  };

  /** The element does not say what is wrong, so the playlist is asked for in its place. */
  private async recover(mayBeSlow: boolean): Promise<void> {
    this.cancelLook();
    if (!this.opened) return;
    const { address, recovery } = this.needs;
    const status = await this.statusOf(address.playlistWithToken(this.sentToken));
    if (!this.opened) return;
    this.listener.note(`stream native ${status}`);
    if (status === 404) return this.listener.missing();
    if (status === 200 && mayBeSlow) return this.onWaiting();
    const isRefusal = status === 401 || status === 403;
    const advice = isRefusal
      ? await recovery.refused('stream', this.sentToken)
      : await recovery.broken('stream');
    if (advice === 'again' && this.opened) await this.load();
  }

  private readonly onDuration = (): void => {
    if (Number.isFinite(this.video.duration)) this.listener.completed();
  };

  private readonly onMetadata = (): void => {
    if (this.startAt !== undefined) this.video.currentTime = this.startAt;
    this.startAt = undefined;
  };

  private readonly onPlaying = (): void => {
    this.cancelLook();
    this.needs.recovery.succeeded('stream');
  };
}
