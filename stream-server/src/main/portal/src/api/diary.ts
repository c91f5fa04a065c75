import type { Now } from '../time/timers';

const LONGEST = 60;

/**
 * What happened lately, for support: calls with their statuses, and where the viewer stood. Never a
 * code, a token or a query string. With `?debug=1` each note goes to the console as well
 * (Spec, portal §7).
 */
export class Diary {
  private readonly notes: string[] = [];
  private sessionId = '-';
  private eventId = '-';

  constructor(
    private readonly now: Now,
    private readonly console: Pick<Console, 'info'> | undefined,
  ) {}

  /** Everything from now on belongs to this session. */
  visit(sessionId: string, eventId: string): void {
    this.sessionId = sessionId;
    this.eventId = eventId;
    this.note(`session ${sessionId} of event ${eventId}`);
  }

  note(what: string): void {
    const line = `${this.instant()} ${what}`;
    this.notes.push(line);
    if (this.notes.length > LONGEST) this.notes.shift();
    this.console?.info(`[StreamGate] ${line}`);
  }

  /** All of it as text that can be sent to support. */
  details(browser: string): string {
    return [
      `Session: ${this.sessionId}`,
      `Event: ${this.eventId}`,
      `Time: ${this.instant()}`,
      `Browser: ${browser}`,
      ...this.notes,
    ].join('\n');
  }

  private instant(): string {
    return new Date(this.now()).toISOString();
  }
}
