import type { Renewal } from '../session/tokenKeeper';
import { STREAM_PAUSES } from '../session/backoff';
import type { Now, Timers } from '../time/timers';

/** Requests whose failures are counted apart: a playlist that arrives says nothing of segments. */
export type RequestKind = 'playlist' | 'segment' | 'stream';

/** What a failing request should do. */
export type Advice = 'again' | 'giveUp';

/** What recovery works with and whom it tells. */
export interface MediaRecoveryNeeds {
  currentToken: () => string;
  renew: () => Promise<Renewal>;
  interrupted: () => void;
  restored: () => void;
  failed: () => void;
  timers: Timers;
  now: Now;
}

/** A refusal so soon after a renewal is no matter of the token (milliseconds). */
const RENEWAL_TRUST = 10_000;

/**
 * Decides what becomes of media requests that fail: a refusal costs one token renewal for all of
 * them together, anything else is waited out with growing pauses (Spec, portal §2.3).
 */
export class MediaRecovery {
  private readonly attempts = new Map<RequestKind, number>();
  private readonly waits = new Map<RequestKind, Promise<Advice>>();
  /** Ends a pause before its time. */
  private readonly pauses = new Map<RequestKind, () => void>();
  private trustedUntil = Number.NEGATIVE_INFINITY;
  private generation = 0;

  constructor(private readonly needs: MediaRecoveryNeeds) {}

  /** A request sent with this token was refused (401, 403). */
  async refused(kind: RequestKind, sentToken: string): Promise<Advice> {
    if (sentToken !== this.needs.currentToken()) return 'again';
    if (this.needs.now() < this.trustedUntil) return this.broken(kind);
    const renewal = await this.needs.renew();
    if (renewal === 'denied') return 'giveUp';
    if (renewal === 'unreachable') return this.broken(kind);
    this.trustedUntil = this.needs.now() + RENEWAL_TRUST;
    return 'again';
  }

  /** A request got no answer, or the server broke down. Resolves after the pause. */
  broken(kind: RequestKind): Promise<Advice> {
    const wait = this.waits.get(kind) ?? this.pause(kind);
    this.waits.set(kind, wait);
    return wait;
  }

  /** A request has succeeded. */
  succeeded(kind: RequestKind): void {
    if (!this.attempts.delete(kind)) return;
    if (this.attempts.size === 0) this.needs.restored();
  }

  /** The network may be back: what waits goes out at once, and counts from the beginning. */
  hurry(): void {
    for (const [kind, end] of [...this.pauses]) {
      this.attempts.set(kind, 0);
      end();
    }
  }

  /** Forgets all failures, as when the viewer asks to try again. */
  reset(): void {
    this.generation += 1;
    this.attempts.clear();
    this.waits.clear();
    this.pauses.clear();
  }

  private pause(kind: RequestKind): Promise<Advice> {
    const attempt = this.attempts.get(kind) ?? 0;
    this.attempts.set(kind, attempt + 1);
    const delay = STREAM_PAUSES[attempt];
    if (delay === undefined) {
      this.needs.failed();
      return Promise.resolve('giveUp');
    }
    this.needs.interrupted();
    return this.waitOut(kind, delay);
  }

  private waitOut(kind: RequestKind, delay: number): Promise<Advice> {
    const { generation } = this;
    return new Promise((resolve) => {
      const end = (): void => {
        cancel();
        const isCurrent = generation === this.generation;
        if (isCurrent) this.waits.delete(kind);
        if (isCurrent) this.pauses.delete(kind);
        resolve(isCurrent ? 'again' : 'giveUp');
      };
      const cancel = this.needs.timers.after(delay, end);
      this.pauses.set(kind, end);
    });
  }
}
