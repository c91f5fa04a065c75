import type { Cancel, Now, Timers } from '../time/timers';
import type { HlsLoadingNeeds } from './hlsLoading';
import { isBehind } from './seekWindow';
import type { Quality, Stream, StreamListener } from './stream';

/** A picture that stands for so long (milliseconds) may have lost its network. */
const STALL = 4000;

/** After so many looks at a playlist that is fine, the picture is loaded anew all the same. */
const MOST_LOOKS = 4;

/** A question about the playlist that takes longer than this (milliseconds) has no answer. */
const LONGEST_LOOK = 5000;

/** What the browser's own player needs. */
export interface NativeNeeds extends HlsLoadingNeeds {
  fetch: typeof globalThis.fetch;
  timers: Timers;
  now: Now;
}

/** A place to go on at: seconds from the start of a recording, or behind a live stream's edge. */
type Place = { at: number } | { behind: number; leftAt: number };

/** Plays through the browser's own HLS, where Media Source is missing or AirPlay is wanted. */
export class NativeStream implements Stream {
  private sentToken = '';
  private opened = false;
  private byCookie = false;
  private place: Place | undefined;
  private loads = 0;
  private looks = 0;
  private cancelLook: Cancel = () => undefined;
  private readonly listeners: readonly [event: string, told: () => void][];

  /** @param mayUseCookie false when the address must do by itself, as on a television */
  constructor(
    private readonly video: HTMLVideoElement,
    private readonly needs: NativeNeeds,
    private readonly listener: StreamListener,
    private readonly mayUseCookie = true,
  ) {
    this.listeners = [
      ['error', () => void this.recover(false)],
      // Without a network the element just stands still, for minutes and without an error.
      ['waiting', () => this.lookSoon()],
      ['durationchange', () => this.noteLength()],
      ['loadedmetadata', () => this.noteAnswer()],
      ['loadeddata', () => this.noteMedia()],
      ['canplay', () => this.noteMedia()],
      ['playing', () => this.noteMedia()],
    ];
    for (const [event, told] of this.listeners) video.addEventListener(event, told);
  }

  open(position?: number): void {
    this.opened = true;
    this.place = position === undefined ? undefined : { at: position };
    void this.load();
  }

  halt(): void {
    this.opened = false;
    this.cancelLook();
  }

  destroy(): void {
    this.halt();
    for (const [event, told] of this.listeners) this.video.removeEventListener(event, told);
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
    this.place ??= this.placeReached();
    this.video.src = this.byCookie ? address.playlist : address.playlistWithToken(this.sentToken);
    this.lookSoon();
  }

  /** HTTP status of a HEAD, or 0 when there is no answer in time. */
  private async statusOf(url: string): Promise<number> {
    const { fetch, timers } = this.needs;
    const abort = new AbortController();
    const cancelLimit = timers.after(LONGEST_LOOK, () => abort.abort());
    const { signal } = abort;
    const status = await fetch(url, { method: 'HEAD', cache: 'no-store', signal }).then(
      (response) => response.status,
      () => 0,
    );
    cancelLimit();
    return status;
  }

  private lookSoon(): void {
    this.cancelLook();
    this.cancelLook = this.needs.timers.after(STALL, () => void this.recover(true));
  }

  /** The element does not say what is wrong, so the playlist is asked for in its place. */
  private async recover(mayBeSlow: boolean): Promise<void> {
    this.cancelLook();
    if (!this.opened) return;
    const turn = this.loads;
    const { address, recovery } = this.needs;
    const status = await this.statusOf(address.playlistWithToken(this.sentToken));
    if (!this.opened || turn !== this.loads) return;
    this.listener.note(`stream native ${status}`);
    if (status === 404) return this.listener.missing();
    this.looks += 1;
    // The playlist of playlists may be fine while what it names is not.
    if (status === 200 && mayBeSlow && this.looks < MOST_LOOKS) return this.lookSoon();
    this.looks = 0;
    const isRefusal = status === 401 || status === 403;
    const advice = isRefusal
      ? await recovery.refused('stream', this.sentToken)
      : await recovery.broken('stream');
    if (advice === 'again' && this.opened) await this.load();
  }

  private noteLength(): void {
    if (Number.isFinite(this.video.duration)) this.listener.completed();
  }

  /** It is being loaded; a browser that waits for a press may load no more than that. */
  private noteAnswer(): void {
    this.goToPlace();
    this.cancelLook();
  }

  /** There is something to see again, moving or standing. */
  private noteMedia(): void {
    this.noteAnswer();
    this.looks = 0;
    this.needs.recovery.succeeded('stream');
  }

  /** A live stream counts its time anew with every load; what stays is the distance to its edge. */
  private placeReached(): Place | undefined {
    const { currentTime, duration } = this.video;
    if (currentTime <= 0) return undefined;
    if (Number.isFinite(duration)) return { at: currentTime };
    const edge = this.liveEdge();
    if (edge === undefined || !isBehind(currentTime, edge)) return undefined;
    return { behind: edge - currentTime, leftAt: this.needs.now() };
  }

  /** Known at once for a recording; a live stream may not know its window yet. */
  private goToPlace(): void {
    const { place, video } = this;
    if (place === undefined) return;
    const edge = this.liveEdge();
    if (!('at' in place) && edge === undefined) return;
    this.place = undefined;
    if ('at' in place) video.currentTime = place.at;
    else if (edge !== undefined) {
      const gone = (this.needs.now() - place.leftAt) / 1000;
      video.currentTime = Math.max(video.seekable.start(0), edge - place.behind - gone);
    }
  }
}
