import type { Grant, HeartbeatAnswer, RefreshAnswer, StatusAnswer } from '../src/api/answers';
import type { Stage } from '../src/session/stage';
import type { Verdict } from '../src/session/validation';
import { Viewing } from '../src/session/viewing';
import { FakeTimers } from './fakeTimers';

export const HOUR = 3600_000;

export function grantAt(now: number, changes: Partial<Grant> = {}): Grant {
  return {
    event: {
      title: 'Gala',
      description: null,
      startsAt: new Date(now + 60_000).toISOString(),
      endsAt: new Date(now + HOUR).toISOString(),
      posterUrl: null,
    },
    eventId: 'evt-1',
    sessionId: 'sid-1',
    status: 'live',
    playbackToken: 't0',
    tokenExpiresIn: 3600,
    playbackBaseUrl: '',
    streamPath: '/streams/evt-1/stream.m3u8',
    expiresAt: new Date(now + 48 * HOUR).toISOString(),
    serverTime: new Date(now).toISOString(),
    playerConfig: {},
    watermark: undefined,
    captions: [],
    ...changes,
  };
}

/** A viewing with a server that answers as these fields say, and a record of what was done. */
export class Scene {
  readonly timers = new FakeTimers();
  readonly calls: string[] = [];
  readonly stages: Stage[] = [];
  heartbeat: HeartbeatAnswer = 'alive';
  refresh: RefreshAnswer = { kind: 'renewed', playbackToken: 't1', tokenExpiresIn: 3600 };
  status: StatusAnswer = { kind: 'unknown' };
  seesWarnings = true;
  /** By how much the device's clock was put forward, and what the page knows of it. */
  serverIsBehind = 0;
  private correction = 0;
  verdict: Verdict = { kind: 'refused', refusal: { kind: 'failed' } };
  /** Stands in for `verdict` while the answer is still on its way. */
  validation: Promise<Verdict> | undefined;
  readonly viewing: Viewing;

  constructor(changes: Partial<Grant> = {}, begins = true, chance = 0.5) {
    this.viewing = new Viewing(
      grantAt(this.timers.now(), changes),
      {
        heartbeat: (token) => this.answer(`heartbeat ${token}`, this.heartbeat),
        refresh: (token) => this.answer(`refresh ${token}`, this.refresh),
        status: (eventId, token) => this.answer(`status ${eventId} ${token}`, this.status),
        validate: () => this.validation ?? this.answer('validate', this.verdict),
        release: (token) => this.calls.push(`release ${token}`),
        setClock: () => {
          this.correction = this.serverIsBehind;
          return Promise.resolve();
        },
      },
      {
        show: (stage) => this.stages.push(stage),
        showAccess: () => undefined,
        warnAccessEnds: (minutes) => this.calls.push(`warning ${minutes}`) > 0 && this.seesWarnings,
        openStream: () => this.calls.push('open stream'),
        tokenRenewed: () => this.calls.push('token renewed'),
        sessionReplaced: (grant) => this.calls.push(`replaced by ${grant.sessionId}`),
        woken: () => this.calls.push('woken'),
      },
      {
        timers: this.timers,
        now: this.timers.now,
        serverNow: () => this.timers.now() - this.correction,
        chance: () => chance,
      },
    );
    if (begins) this.viewing.begin();
  }

  get shown(): Stage | undefined {
    return this.stages[this.stages.length - 1];
  }

  count(start: string): number {
    return this.calls.filter((call) => call.startsWith(start)).length;
  }

  deny(kind: 'revoked' | 'timedOut' | 'released' | 'unauthorised'): void {
    this.refresh = { kind: 'denied', denial: { kind } };
  }

  private answer<Answer>(call: string, answer: Answer): Promise<Answer> {
    this.calls.push(call);
    return Promise.resolve(answer);
  }
}
