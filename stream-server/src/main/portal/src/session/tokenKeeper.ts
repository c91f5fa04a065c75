import type { Denial, RefreshAnswer } from '../api/answers';
import type { Cancel, Now, Timers } from '../time/timers';
import { refreshPause } from './backoff';
import { isRefreshOverdue, refreshDelay, wouldOutlive } from './refreshTiming';

/** What came of asking for a new token. */
export type Renewal = 'renewed' | 'denied' | 'unreachable';

/** What the keeper needs from the rest of the session. */
export interface TokenKeeperNeeds {
  /** Asks the server for a new token in exchange for this one, which may have ended already. */
  ask: (token: string, hasEnded: boolean) => Promise<RefreshAnswer>;
  /** Whether a new token could live longer than the one held (the ticket's own end is near). */
  canExtend: (tokenEndsAt: number) => boolean;
  renewed: () => void;
  denied: (denial: Denial) => void;
  timers: Timers;
  now: Now;
}

/**
 * Holds the playback token, in memory only, and renews it in time. Whoever asks for a renewal
 * while one is under way shares its outcome, so that many refused requests cost one refresh.
 */
export class TokenKeeper {
  private token = '';
  private life = 0;
  private endsAt = 0;
  private failures = 0;
  private notBefore = 0;
  private pending: Promise<Renewal> | undefined;
  private cancel: Cancel = () => undefined;
  private stopped = false;

  constructor(private readonly needs: TokenKeeperNeeds) {}

  /** The token as it is, without regard to its remaining life. */
  get current(): string {
    return this.token;
  }

  /** Takes over a token that lives for so many seconds and plans its renewal. */
  adopt(token: string, lifeSeconds: number): void {
    this.token = token;
    this.life = lifeSeconds;
    this.endsAt = this.needs.now() + lifeSeconds * 1000;
    this.failures = 0;
    if (this.needs.canExtend(this.endsAt)) this.plan(refreshDelay(lifeSeconds) * 1000);
  }

  /** A token that outlives a request sent now; waits for a renewal if need be. */
  async usable(): Promise<string> {
    const isShort = wouldOutlive(this.remainingSeconds());
    if (isShort && !this.stopped && this.needs.canExtend(this.endsAt)) await this.renew();
    return this.token;
  }

  /** Renews now, or joins the renewal that is under way. */
  renew(): Promise<Renewal> {
    if (this.stopped) return Promise.resolve('denied');
    if (this.needs.now() < this.notBefore) return Promise.resolve('unreachable');
    this.pending ??= this.exchange().finally(() => (this.pending = undefined));
    return this.pending;
  }

  /** To be called when the device may have slept. */
  wake(): void {
    const overdue = isRefreshOverdue(this.life, this.remainingSeconds());
    if (overdue && this.needs.canExtend(this.endsAt)) void this.renew();
  }

  stop(): void {
    this.stopped = true;
    this.cancel();
  }

  private async exchange(): Promise<Renewal> {
    this.cancel();
    const answer = await this.needs.ask(this.token, this.remainingSeconds() <= 0);
    if (this.stopped) return 'denied';
    switch (answer.kind) {
      case 'renewed':
        this.adopt(answer.playbackToken, answer.tokenExpiresIn);
        this.needs.renewed();
        return 'renewed';
      case 'denied':
        this.stop();
        this.needs.denied(answer.denial);
        return 'denied';
      case 'later':
        this.notBefore = this.needs.now() + answer.retryAfterSeconds * 1000;
        this.plan(answer.retryAfterSeconds * 1000);
        return 'unreachable';
      case 'unreachable':
        this.failures += 1;
        if (this.remainingSeconds() > 0) this.plan(refreshPause(this.failures));
        return 'unreachable';
    }
  }

  private plan(delay: number): void {
    this.cancel();
    this.cancel = this.needs.timers.after(delay, () => void this.renew());
  }

  private remainingSeconds(): number {
    return (this.endsAt - this.needs.now()) / 1000;
  }
}
