const PATH = '/api/playback/release';

/** The ways a browser can send something while its page goes away. */
export interface PartingWays {
  fetch: typeof globalThis.fetch;
  /** Whether `fetch` outlives the page in this browser. */
  keepalive: boolean;
  beacon: (path: string, body: string) => boolean;
}

/**
 * Gives the session's place back, also while the page is closing. A failure does not matter: the
 * server ends a session that falls silent by itself.
 */
export function releaseSession(token: string, ways: PartingWays): void {
  if (!ways.keepalive) {
    ways.beacon(PATH, token);
    return;
  }
  ways
    .fetch(PATH, {
      method: 'POST',
      keepalive: true,
      headers: { Authorization: `Bearer ${token}` },
    })
    .catch(() => ways.beacon(PATH, token));
}
