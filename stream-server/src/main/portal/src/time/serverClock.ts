import type { Now } from './timers';

/** The server's clock, as seen from here: the device's clock may be hours off. */
export class ServerClock {
  private offset = 0;

  constructor(private readonly now: Now) {}

  /** Sets the clock by an answer that carried `serverTime` and was asked for at `askedAt`. */
  set(serverTime: string, askedAt: number): void {
    const server = Date.parse(serverTime);
    if (Number.isNaN(server)) return;
    this.offset = server - (askedAt + this.now()) / 2;
  }

  /** Asks, and sets the clock by the answer's `serverTime`, if it has one. */
  async setBy<Answer>(
    ask: () => Promise<Answer>,
    serverTime: (answer: Answer) => string | undefined,
  ): Promise<Answer> {
    const askedAt = this.now();
    const answer = await ask();
    const told = serverTime(answer);
    if (told !== undefined) this.set(told, askedAt);
    return answer;
  }

  /** Milliseconds since 1970 on the server. */
  readonly time: Now = () => this.now() + this.offset;
}
