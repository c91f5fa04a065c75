const PATH = '/api/playback/release';

/** The ways a browser can send something while its page goes away. */
export interface PartingWays {
  fetch: typeof globalThis.fetch;
  /** Whether `fetch` outlives the page in this browser. */
  keepalive: boolean;
  beacon: (path: string, body: string) => boolean;
}

/** Gives sessions' places back, also while the page is closing. */
export class Farewell {
  private pending: Promise<unknown> = Promise.resolve();

  constructor(private readonly ways: PartingWays) {}

  /**
   * Gives a session's place back. A failure does not matter: the server ends a session that falls
   * silent by itself.
   */
  release(token: string): void {
    if (!this.ways.keepalive) {
      this.ways.beacon(PATH, token);
      return;
    }
    const answered = this.ways
      .fetch(PATH, {
        method: 'POST',
        keepalive: true,
        headers: { Authorization: `Bearer ${token}` },
      })
      .catch(() => this.ways.beacon(PATH, token));
    this.pending = Promise.all([this.pending, answered]);
  }

  /** All of it was answered. A release that comes late would take the next session's cookie away. */
  async settled(): Promise<true> {
    await this.pending;
    return true;
  }
}
