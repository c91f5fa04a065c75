import { every, type Cancel, type Timers } from '../time/timers';
import { isBehind, seekWindow, type SeekWindow } from './seekWindow';
import type { Stream } from './stream';

const CHECK_PERIOD = 1000;

/** What is watched to know how far the viewer may go, and how far behind the viewer is. */
export interface LiveEdgeNeeds {
  video: HTMLVideoElement;
  stream: () => Stream;
  timers: Timers;
  /** Told again and again. */
  changed: (isBehind: boolean, isSeekable: boolean) => void;
}

/** Knows the window in which a viewer may seek, and whether live playback has fallen behind. */
export class LiveEdge {
  isLive = false;
  private readonly cancel: Cancel;

  constructor(private readonly needs: LiveEdgeNeeds) {
    for (const change of ['durationchange', 'playing', 'seeked']) {
      needs.video.addEventListener(change, () => this.check());
    }
    this.cancel = every(needs.timers, CHECK_PERIOD, () => this.check());
  }

  window(): SeekWindow | undefined {
    return seekWindow(this.needs.video.seekable, this.isLive);
  }

  /** Goes to where live playback belongs. */
  goToLive(): void {
    const { video, stream } = this.needs;
    video.currentTime = stream().liveEdge() ?? video.currentTime;
    void video.play().catch(() => undefined);
  }

  check(): void {
    const { video, stream, changed } = this.needs;
    // Before there is a picture, the place it begins at is not known yet.
    const hasPicture = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
    const behind = this.isLive && hasPicture && isBehind(video.currentTime, stream().liveEdge());
    changed(behind, this.window() !== undefined);
  }

  close(): void {
    this.cancel();
  }
}
