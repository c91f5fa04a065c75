import type { EventStatus, StatusAnswer } from '../api/answers';
import { spread, type Chance } from '../time/spread';
import type { Cancel, Timers } from '../time/timers';

const PERIOD = 30_000;

/** Time in milliseconds within which the viewers of one event ask when its start is due. */
const START_RUSH = 2000;

/** What the poll asks and whom it tells. */
export interface StatusPollNeeds {
  ask: () => Promise<StatusAnswer>;
  told: (status: EventStatus, startsAt: string) => void;
  /** The token was not accepted; a refresh decides what that means. */
  doubtful: () => void;
  timers: Timers;
  chance: Chance;
}

/** Asks for the event's status about every 30 s, and whenever told to. What fails is ignored. */
export class StatusPoll {
  private running = false;
  private cancel: Cancel = () => undefined;

  constructor(private readonly needs: StatusPollNeeds) {}

  /** Begins, or goes on. */
  start(): void {
    if (this.running) return;
    this.running = true;
    this.plan(spread(PERIOD, this.needs.chance));
  }

  stop(): void {
    this.running = false;
    this.cancel();
  }

  /** The start is due: asks within two seconds, each viewer at another moment. */
  startIsDue(): void {
    if (this.running) this.plan(START_RUSH * this.needs.chance());
  }

  /** Asks at once, as after a sleep. */
  hurry(): void {
    if (this.running) this.plan(0);
  }

  private plan(delay: number): void {
    this.cancel();
    this.cancel = this.needs.timers.after(delay, () => {
      this.plan(spread(PERIOD, this.needs.chance));
      void this.ask();
    });
  }

  private async ask(): Promise<void> {
    const answer = await this.needs.ask();
    if (!this.running) return;
    if (answer.kind === 'status') this.needs.told(answer.status, answer.startsAt);
    if (answer.kind === 'unauthorised') this.needs.doubtful();
  }
}
