import type { Now } from '../time/timers';

/** What is told about a playback call that failed. Never a token, a code or a query string. */
export interface CallFailure {
  /** HTTP status, or 0 when there was no answer. */
  status: number;
  detail: string;
  hasToken: boolean;
  url: string;
}

/** A page reports no more than this; what goes on failing has been told by then. */
const MOST_REPORTS = 10;

/**
 * Writes failed playback calls to the browser's console and reports those that failed for want of
 * authentication to the server, so that support sees them (Spec, portal §7).
 */
export class FailureLog {
  private reports = 0;

  constructor(
    private readonly fetch: typeof globalThis.fetch,
    private readonly now: Now,
    private readonly console: Pick<Console, 'info' | 'warn'>,
  ) {}

  sessionCreated(sessionId: string): void {
    this.console.info('Playback session created', sessionId);
  }

  sessionRefused(): void {
    this.console.warn('Failed to create playback session: Authentication failed (401)');
  }

  failed(failure: CallFailure): void {
    this.console.warn('Playback call failed', failure);
    if (!failure.hasToken) {
      this.console.warn('No auth token found for playback session request');
    }
    if (failure.status === 401) this.report(failure);
  }

  private report(failure: CallFailure): void {
    if (this.reports >= MOST_REPORTS) return;
    this.reports += 1;
    const timestamp = new Date(this.now()).toISOString();
    const report = { type: 'PLAYBACK_AUTH_FAILED', ...failure, timestamp };
    this.fetch('/api/client-errors', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(report),
    }).catch(() => {
      // A report that cannot be sent must not trouble the viewer.
    });
  }
}
