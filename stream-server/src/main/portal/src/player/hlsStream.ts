import Hls, { type ErrorData, type HlsConfig } from 'hls.js';
import { hlsLoading, type HlsLoadingNeeds } from './hlsLoading';
import { isSparing, renditionsOf, type Connection } from './renditions';
import type { Quality, Stream, StreamListener } from './stream';
import { switchSoon } from './switchSoon';

/** A short buffer: what is loaded can still be watched after access has been withdrawn. */
const BUFFER: Partial<HlsConfig> = {
  maxBufferLength: 10,
  maxMaxBufferLength: 12,
  liveDurationInfinity: true,
  maxLiveSyncPlaybackRate: 1.1,
};

const MEDIA_REPAIRS = 2;

/** Plays through hls.js and Media Source. */
export class HlsStream implements Stream {
  private hls: Hls | undefined;
  private repairs = 0;
  private announcedComplete = false;
  private chosen: number | undefined;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly needs: HlsLoadingNeeds,
    private readonly playerConfig: () => Record<string, unknown>,
    private readonly listener: StreamListener,
  ) {}

  open(position?: number): void {
    const reached = this.announcedComplete ? this.video.currentTime : -1;
    this.destroy();
    const startPosition = position ?? reached;
    const { connection } = navigator as Navigator & { connection?: Connection };
    const hls = new Hls({
      ...BUFFER,
      ...this.playerConfig(),
      ...hlsLoading(this.needs),
      ...(isSparing(connection) ? { startLevel: 0 } : {}),
      startPosition,
    });
    hls.on(Hls.Events.LEVEL_UPDATED, (_event, { details }) => this.checkComplete(details.live));
    hls.on(Hls.Events.FRAG_BUFFERED, () => this.needs.recovery.succeeded('stream'));
    hls.on(Hls.Events.MANIFEST_PARSED, () => this.offerQuality(hls));
    hls.on(Hls.Events.ERROR, (_event, error) => this.onError(error));
    hls.loadSource(this.needs.address.playlist);
    hls.attachMedia(this.video);
    this.hls = hls;
    this.seekTo(startPosition, hls);
  }

  /**
   * hls.js loads from its start position, but does not go there while it jumps over the short hole
   * that many a first segment begins with; the picture would start anew.
   */
  private seekTo(startPosition: number, hls: Hls): void {
    const { video } = this;
    const seek = () => {
      if (this.hls === hls && video.currentTime < startPosition) video.currentTime = startPosition;
    };
    video.addEventListener('loadedmetadata', seek, { once: true });
  }

  halt(): void {
    this.hls?.stopLoad();
  }

  destroy(): void {
    this.hls?.destroy();
    this.hls = undefined;
  }

  tokenRenewed(): void {
    // Every request asks for the current token by itself.
  }

  liveEdge(): number | undefined {
    return this.hls?.liveSyncPosition ?? undefined;
  }

  quality(): Quality {
    return { renditions: renditionsOf(this.hls?.levels ?? []), chosen: this.chosen };
  }

  chooseRendition(id: number | undefined): void {
    this.chosen = id;
    if (!this.hls) return;
    if (id === undefined) this.hls.loadLevel = -1;
    else switchSoon(this.hls, this.video, id);
    this.listener.qualityChanged();
  }

  /** A stream that is opened once more keeps what the viewer chose. */
  private offerQuality(hls: Hls): void {
    if (this.chosen !== undefined && this.chosen < hls.levels.length) hls.loadLevel = this.chosen;
    this.listener.qualityChanged();
  }

  private checkComplete(isLive: boolean): void {
    if (isLive || this.announcedComplete) return;
    this.announcedComplete = true;
    this.listener.completed();
  }

  private onError(error: ErrorData): void {
    const status = error.response?.code ?? '';
    this.listener.note(`stream ${error.details} ${status} ${error.fatal ? 'fatal' : ''}`.trim());
    if (!error.fatal) return;
    if (error.response?.code === 404 && error.frag === undefined) {
      this.destroy();
      this.listener.missing();
    } else if (error.type === Hls.ErrorTypes.MEDIA_ERROR && this.repairs < MEDIA_REPAIRS) {
      this.repairs += 1;
      this.hls?.recoverMediaError();
    } else {
      this.reopenLater();
    }
  }

  private reopenLater(): void {
    const failing = this.hls;
    void this.needs.recovery.broken('stream').then((advice) => {
      if (advice === 'again' && this.hls === failing) this.open();
    });
  }
}
