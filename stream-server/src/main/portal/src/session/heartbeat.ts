import type { HeartbeatAnswer } from '../api/answers';
import { every, type Cancel, type Now, type Timers } from '../time/timers';

const PERIOD = 30_000;

/** Two beats closer together than this (milliseconds) say nothing new. */
const LEAST_GAP = 2000;

/** What a heartbeat needs and whom it tells. */
export interface HeartbeatNeeds {
  beat: () => Promise<HeartbeatAnswer>;
  alive: () => void;
  /** The session, or the right to it, is in doubt; a refresh decides which it is. */
  doubtful: () => void;
  /** Another device has the session now. */
  displaced: () => void;
  timers: Timers;
  now: Now;
}

/** Tells the server every 30 s that somebody is watching. A lost beat changes nothing. */
export class Heartbeat {
  private readonly cancel: Cancel;
  private stopped = false;
  private lastAt: number;

  constructor(private readonly needs: HeartbeatNeeds) {
    this.lastAt = needs.now();
    this.cancel = every(needs.timers, PERIOD, () => this.beat());
  }

  /** Beats without waiting for the next time, as after a sleep or a lost network. */
  hurry(): void {
    if (this.needs.now() - this.lastAt >= LEAST_GAP) this.beat();
  }

  stop(): void {
    this.stopped = true;
    this.cancel();
  }

  private beat(): void {
    if (this.stopped) return;
    this.lastAt = this.needs.now();
    void this.needs.beat().then((answer) => {
      if (!this.stopped) tell(answer, this.needs);
    });
  }
}

function tell(answer: HeartbeatAnswer, needs: HeartbeatNeeds): void {
  switch (answer) {
    case 'alive':
      return needs.alive();
    case 'unauthorised':
    case 'lost':
      return needs.doubtful();
    case 'displaced':
      return needs.displaced();
    case 'unreachable':
      return;
  }
}
