import type { EventStatus, StatusAnswer } from '../api/answers';
import { every, type Cancel, type Timers } from '../time/timers';

const PERIOD = 30_000;

/** What the poll asks and whom it tells. */
export interface StatusPollNeeds {
  ask: () => Promise<StatusAnswer>;
  told: (status: EventStatus, startsAt: string) => void;
  /** The token was not accepted; a refresh decides what that means. */
  doubtful: () => void;
  timers: Timers;
}

/** Asks for the event's status every 30 s, and whenever told to. What fails is ignored. */
export class StatusPoll {
  private cancel: Cancel | undefined;

  constructor(private readonly needs: StatusPollNeeds) {}

  /** Begins, or goes on. */
  start(): void {
    this.cancel ??= every(this.needs.timers, PERIOD, () => void this.askNow());
  }

  stop(): void {
    this.cancel?.();
    this.cancel = undefined;
  }

  async askNow(): Promise<void> {
    const answer = await this.needs.ask();
    if (!this.cancel) return;
    if (answer.kind === 'status') this.needs.told(answer.status, answer.startsAt);
    if (answer.kind === 'unauthorised') this.needs.doubtful();
  }
}
