import type { ProgressReport } from '../api/answers';
import { every, type Cancel, type Timers } from '../time/timers';

const PERIOD = 10_000;

/** What the reports are made of. */
export interface ProgressNeeds {
  video: HTMLVideoElement;
  timers: Timers;
  isLive: () => boolean;
  send: (report: ProgressReport) => void;
}

/**
 * Tells the server how far a viewer has come: on play, pause and end, for a new session, and every
 * 10 s meanwhile (Spec, portal §2.3). Of a live stream only the time spent is told, since its clock
 * is not that of the recording to come.
 */
export class ProgressReports {
  private readonly cancel: Cancel;
  private isNewSession = true;
  private isPlaying = false;
  private spent = 0;
  private lastTime: number | undefined;

  constructor(private readonly needs: ProgressNeeds) {
    const { video, timers } = needs;
    // The end pauses, too, and a picture that had to wait for data plays again.
    video.addEventListener('playing', () => this.play());
    video.addEventListener('pause', () => this.stop(video.ended ? 'COMPLETE' : 'PAUSE'));
    video.addEventListener('timeupdate', () => this.count());
    this.cancel = every(timers, PERIOD, () => {
      if (!video.paused) this.report('HEARTBEAT');
    });
  }

  private play(): void {
    if (!this.isPlaying) this.report('PLAY');
    this.isPlaying = true;
  }

  private stop(event: 'PAUSE' | 'COMPLETE'): void {
    this.isPlaying = false;
    this.report(event);
  }

  /** The session was replaced; the new one starts watching at once. */
  sessionReplaced(): void {
    this.isNewSession = true;
    if (!this.needs.video.paused) this.report('PLAY');
  }

  close(): void {
    this.cancel();
  }

  /** Adds what was played since the last look; a jump adds nothing. */
  private count(): void {
    const { currentTime } = this.needs.video;
    const step = currentTime - (this.lastTime ?? currentTime);
    if (step > 0 && step < 2) this.spent += step;
    this.lastTime = currentTime;
  }

  private report(event: ProgressReport['event']): void {
    const { video, isLive, send } = this.needs;
    if (video.readyState === 0) return;
    const started = this.isNewSession && event === 'PLAY';
    if (started) this.isNewSession = false;
    const isRecording = !isLive() && Number.isFinite(video.duration);
    send({
      watchedSeconds: Math.floor(isRecording ? video.currentTime : this.spent),
      lastPositionSeconds: isRecording ? Math.floor(video.currentTime) : 0,
      durationSeconds: isRecording ? Math.floor(video.duration) : null,
      isCompleted: isRecording && event === 'COMPLETE',
      started,
      event,
    });
  }
}
