import { nextStage, type Happening, type Stage } from '../session/stage';
import type { Renewal } from '../session/tokenKeeper';
import { MISSING_PERIOD } from '../session/viewing';
import type { Cancel, Now, Timers } from '../time/timers';
import type { Preview } from './preview';

/** Where a preview shows itself. */
export interface PreviewFace {
  show: (stage: Stage) => void;
  /** Time to look for the stream again. */
  openStream: () => void;
}

/** The clocks a preview goes by. */
export interface PreviewTime {
  timers: Timers;
  serverNow: Now;
}

/**
 * A look at an event without a ticket: one token and nothing besides. There is no session to keep
 * alive and no other token to be had, so whatever would need one ends it.
 */
export class PreviewViewing {
  private stage: Stage;
  private cancelLook: Cancel = () => undefined;
  private cancelEnd: Cancel = () => undefined;

  constructor(
    private readonly preview: Preview,
    private readonly face: PreviewFace,
    private readonly time: PreviewTime,
  ) {
    // What staff look at may be about to start; a piece for everybody is there or not.
    this.stage = { at: 'playing', live: preview.isForStaff, stream: 'opening' };
  }

  /** Shows the first stage and watches for the token's end. */
  begin(): void {
    this.face.show(this.stage);
    this.watchEnd();
  }

  /** Takes note of something that happened to the stream. */
  happen(happening: Happening): void {
    if (happening.type === 'stream' && happening.state === 'missing') this.lookAgainLater();
    const next = nextStage(this.stage, happening);
    if (next === this.stage) return;
    this.stage = next;
    if (next.at === 'closed') this.stop();
    this.face.show(next);
  }

  /** The piece has been seen to its end. */
  finish(): void {
    if (!this.preview.isForStaff) this.happen({ type: 'denied', denial: { kind: 'previewOver' } });
  }

  /** The token is as it is. */
  token(): Promise<string> {
    return Promise.resolve(this.preview.token);
  }

  /** A refused token means that the preview is over. */
  renew(): Promise<Renewal> {
    this.happen({ type: 'denied', denial: { kind: 'expired' } });
    return Promise.resolve('denied');
  }

  /** The device may have slept beyond the end. */
  wake(): void {
    if (this.stage.at === 'playing') this.watchEnd();
  }

  /** Leaves nothing running. */
  stop(): void {
    this.cancelLook();
    this.cancelEnd();
  }

  private watchEnd(): void {
    this.cancelEnd();
    const remaining = this.preview.expiresAt - this.time.serverNow();
    if (remaining <= 0) void this.renew();
    else this.cancelEnd = this.time.timers.after(remaining, () => this.watchEnd());
  }

  private lookAgainLater(): void {
    this.cancelLook();
    this.cancelLook = this.time.timers.after(MISSING_PERIOD, () => {
      const { stage } = this;
      if (stage.at === 'playing' && stage.stream === 'missing') this.face.openStream();
    });
  }
}
