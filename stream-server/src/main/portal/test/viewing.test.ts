import { describe, expect, test } from 'vitest';
import type { Verdict } from '../src/session/validation';
import { FakeTimers } from './fakeTimers';
import { grantAt, HOUR, Scene } from './viewingScene';

describe('heartbeats', () => {
  test('go out every 30 s with the current token, also while waiting', async () => {
    const scene = new Scene({ status: 'not-started' });
    await scene.timers.pass(90_000);
    expect(scene.count('heartbeat t0')).toBe(3);
  });

  test('refused for a revoked code: one refresh, then the overlay, within 35 s', async () => {
    const scene = new Scene({ status: 'recording' });
    scene.heartbeat = 'unauthorised';
    scene.deny('revoked');
    await scene.timers.pass(35_000);
    expect(scene.shown).toEqual({ at: 'closed', closing: { kind: 'revoked' } });
    expect(scene.count('refresh')).toBe(1);
  });

  test('refused although the refresh succeeds: playback goes on', async () => {
    const scene = new Scene();
    scene.heartbeat = 'unauthorised';
    await scene.timers.pass(30_000);
    expect(scene.shown).toMatchObject({ at: 'playing' });
    await scene.timers.pass(30_000);
    expect(scene.count('heartbeat t1')).toBe(1);
  });

  test('of a displaced session close at once, without a refresh', async () => {
    const scene = new Scene();
    scene.heartbeat = 'displaced';
    await scene.timers.pass(30_000);
    expect(scene.shown).toEqual({ at: 'closed', closing: { kind: 'takenOver' } });
    expect(scene.count('refresh')).toBe(0);
  });

  test('that get no answer change nothing', async () => {
    const scene = new Scene();
    scene.heartbeat = 'unreachable';
    await scene.timers.pass(120_000);
    expect(scene.stages).toHaveLength(1);
    expect(scene.count('heartbeat')).toBe(4);
  });

  test('end with the overlay, and so does everything else', async () => {
    const scene = new Scene();
    scene.heartbeat = 'displaced';
    await scene.timers.pass(30_000);
    const before = scene.calls.length;
    await scene.timers.pass(10 * HOUR);
    scene.viewing.wake();
    scene.viewing.leave();
    expect(scene.calls).toHaveLength(before);
    expect(scene.timers.planned()).toEqual([]);
  });
});

describe('a session that timed out', () => {
  test('is replaced once by a new one', async () => {
    const scene = new Scene();
    await scene.timers.pass(30_000);
    scene.heartbeat = 'lost';
    scene.deny('timedOut');
    const fresh = grantAt(0, { playbackToken: 'fresh', sessionId: 'sid-2' });
    scene.verdict = { kind: 'granted', grant: fresh };
    await scene.timers.pass(30_000);
    expect(scene.viewing.keeper.current).toBe('fresh');
    expect(scene.shown).toMatchObject({ at: 'playing' });
    await scene.timers.pass(30_000);
    expect(scene.count('validate')).toBe(1);
    expect(scene.shown).toEqual({ at: 'closed', closing: { kind: 'timedOut' } });
  });

  test('shows why, if the code is no longer good', async () => {
    const scene = new Scene();
    await scene.timers.pass(30_000);
    scene.heartbeat = 'lost';
    scene.deny('timedOut');
    scene.verdict = { kind: 'refused', refusal: { kind: 'revoked' } };
    await scene.timers.pass(30_000);
    expect(scene.shown).toEqual({ at: 'closed', closing: { kind: 'revoked' } });
  });

  test.each([{ kind: 'failed' } as const, { kind: 'tooMany', retryAfterSeconds: 20 } as const])(
    'is no matter of inactivity while a new one cannot be had: %j',
    async (refusal) => {
      const scene = new Scene();
      await scene.timers.pass(30_000);
      scene.heartbeat = 'lost';
      scene.deny('timedOut');
      scene.verdict = { kind: 'refused', refusal };
      await scene.timers.pass(30_000);
      expect(scene.shown).toMatchObject({ at: 'playing' });
      const fresh = grantAt(scene.timers.now(), { playbackToken: 'fresh', sessionId: 'sid-2' });
      scene.verdict = { kind: 'granted', grant: fresh };
      await scene.timers.pass(30_000);
      expect(scene.viewing.keeper.current).toBe('fresh');
    },
  );

  test('is replaced by one whose grant counts from then on', async () => {
    const scene = new Scene();
    await scene.timers.pass(30_000);
    scene.heartbeat = 'lost';
    scene.deny('timedOut');
    const endsAt = new Date(scene.timers.now() + 10 * 60_000).toISOString();
    const grant = grantAt(scene.timers.now(), {
      playbackToken: 'fresh',
      expiresAt: endsAt,
      status: 'recording',
    });
    scene.verdict = { kind: 'granted', grant };
    await scene.timers.pass(30_000);
    expect(scene.shown).toMatchObject({ at: 'playing', live: false });
    expect(scene.calls).toContain('warning 10');
    scene.heartbeat = 'alive';
    await scene.timers.pass(12 * 60_000);
    expect(scene.shown).toEqual({ at: 'closed', closing: { kind: 'expired' } });
  });

  test('is replaced by one that is given back, if the viewer has left meanwhile', async () => {
    const scene = new Scene();
    await scene.timers.pass(30_000);
    scene.heartbeat = 'lost';
    scene.deny('timedOut');
    let grant: (verdict: Verdict) => void = () => undefined;
    scene.validation = new Promise((give) => (grant = give));
    await scene.timers.pass(30_000);
    scene.viewing.leave();
    grant({ kind: 'granted', grant: grantAt(0, { playbackToken: 'fresh' }) });
    await scene.timers.pass(60_000);
    expect(scene.calls.slice(-2)).toEqual(['release t0', 'release fresh']);
    expect(scene.timers.planned()).toEqual([]);
  });

  test('is replaced also when its token has ended during a sleep', async () => {
    const scene = new Scene();
    await scene.timers.pass(30_000);
    scene.timers.sleep(2 * HOUR);
    scene.deny('unauthorised');
    const fresh = grantAt(0, { playbackToken: 'fresh', sessionId: 'sid-2' });
    scene.verdict = { kind: 'granted', grant: fresh };
    scene.viewing.wake();
    await scene.timers.pass(0);
    expect(scene.viewing.keeper.current).toBe('fresh');
    expect(scene.count('refresh')).toBe(1);
  });

  test('is not replaced when it was released on purpose', async () => {
    const scene = new Scene();
    await scene.timers.pass(30_000);
    scene.heartbeat = 'lost';
    scene.deny('released');
    await scene.timers.pass(30_000);
    expect(scene.count('validate')).toBe(0);
    expect(scene.shown).toEqual({ at: 'closed', closing: { kind: 'released' } });
  });
});

describe('a device that has slept', () => {
  test('asks at once whether its session is still there, and takes a new one if not', async () => {
    const scene = new Scene();
    await scene.timers.pass(10_000);
    scene.timers.sleep(10 * 60_000);
    scene.heartbeat = 'lost';
    scene.deny('timedOut');
    const fresh = grantAt(0, { playbackToken: 'fresh', sessionId: 'sid-2' });
    scene.verdict = { kind: 'granted', grant: fresh };
    await scene.timers.pass(5000);
    expect(scene.calls.slice(0, 4)).toEqual(
      expect.arrayContaining(['woken', 'heartbeat t0', 'refresh t0', 'validate']),
    );
    expect(scene.viewing.keeper.current).toBe('fresh');
    expect(scene.calls).toContain('replaced by sid-2');
  });

  test('is not taken for one that is merely slow', async () => {
    const scene = new Scene();
    scene.timers.sleep(9000);
    await scene.timers.pass(20_000);
    expect(scene.count('woken')).toBe(0);
  });
});

test('whoever leaves before anything is shown gives the place back, too', () => {
  const scene = new Scene({}, false);
  scene.viewing.leave();
  expect(scene.calls).toEqual(['release t0']);
  expect(scene.timers.planned()).toEqual([]);
});

describe('the status', () => {
  test('is asked by viewers at different moments', async () => {
    const scene = new Scene({ status: 'not-started' }, true, 0);
    await scene.timers.pass(27_000);
    expect(scene.count('status')).toBe(1);
  });

  test('is asked every 30 s with the token, and opens the player', async () => {
    const scene = new Scene({ status: 'not-started' });
    await scene.timers.pass(30_000);
    expect(scene.count('status evt-1 t0')).toBe(1);
    scene.status = { kind: 'status', status: 'live', startsAt: '' };
    await scene.timers.pass(30_000);
    expect(scene.shown).toEqual({ at: 'playing', live: true, stream: 'opening' });
  });

  test('is asked within two seconds when the start is due', async () => {
    const scene = new Scene({ status: 'not-started' });
    scene.status = { kind: 'status', status: 'live', startsAt: '' };
    scene.viewing.startIsDue();
    await scene.timers.pass(1000);
    expect(scene.shown).toMatchObject({ at: 'playing' });
  });

  test('refused leads to one refresh, which decides', async () => {
    const scene = new Scene({ status: 'not-started' });
    scene.status = { kind: 'unauthorised' };
    scene.deny('revoked');
    await scene.timers.pass(30_000);
    expect(scene.count('refresh')).toBe(1);
    expect(scene.shown).toMatchObject({ at: 'closed' });
  });

  test('of a recording is not asked', async () => {
    const scene = new Scene({ status: 'recording' });
    await scene.timers.pass(120_000);
    expect(scene.count('status')).toBe(0);
  });
});

test('a missing stream is looked for every 5 s', async () => {
  const scene = new Scene();
  for (let look = 1; look <= 3; look += 1) {
    scene.viewing.happen({ type: 'stream', state: 'missing' });
    await scene.timers.pass(5000);
    expect(scene.count('open stream')).toBe(look);
  }
});

describe('an event that has ended', () => {
  test('leaves nothing running and gives the place back, once', async () => {
    const scene = new Scene();
    await scene.timers.pass(1000);
    scene.status = { kind: 'status', status: 'ended', startsAt: '' };
    await scene.timers.pass(30_000);
    expect(scene.shown).toEqual({ at: 'finished' });
    expect(scene.count('release t0')).toBe(1);
    expect(scene.timers.planned()).toEqual([]);
    scene.viewing.wake();
    scene.viewing.leave();
    expect(scene.count('release')).toBe(1);
  });

  test('before anybody came takes no place either', async () => {
    const scene = new Scene({ status: 'ended' });
    await scene.timers.pass(60_000);
    expect(scene.calls).toEqual(['release t0']);
    expect(scene.timers.planned()).toEqual([]);
  });
});

describe('the end of access', () => {
  test('is announced as soon as there is a place for it', async () => {
    const scene = new Scene({ expiresAt: new Date(1_000_000 + 10 * 60_000).toISOString() }, false);
    scene.seesWarnings = false;
    scene.viewing.begin();
    await scene.timers.pass(60_000);
    scene.seesWarnings = true;
    await scene.timers.pass(60_000);
    expect(scene.calls.filter((call) => call.startsWith('warning')).at(-1)).toBe('warning 9');
    expect(scene.count('warning 8')).toBe(0);
  });

  test('is announced 15 min before and comes after a minute of grace', async () => {
    const scene = new Scene({ expiresAt: new Date(1_000_000 + HOUR).toISOString() });
    await scene.timers.pass(45 * 60_000 - 6000);
    expect(scene.count('warning')).toBe(0);
    await scene.timers.pass(6000);
    expect(scene.count('warning 15')).toBe(1);
    await scene.timers.pass(15 * 60_000 + 55_000);
    expect(scene.shown).toMatchObject({ at: 'playing' });
    await scene.timers.pass(5000);
    expect(scene.shown).toEqual({ at: 'closed', closing: { kind: 'expired' } });
  });

  test('makes a refresh pointless once the token lasts that long', async () => {
    const expiresAt = new Date(1_000_000 + 1200_000).toISOString();
    const scene = new Scene({ expiresAt, tokenExpiresIn: 1260 });
    await scene.timers.pass(1250_000);
    expect(scene.count('refresh')).toBe(0);
  });
});

test('leaving gives the place back once', () => {
  const scene = new Scene();
  scene.viewing.leave();
  expect(scene.calls).toEqual(['release t0']);
  expect(scene.timers.planned()).toEqual([]);
});

describe("a device's clock that is corrected while somebody watches", () => {
  const inTwoHours = { expiresAt: new Date(new FakeTimers().now() + 2 * HOUR).toISOString() };

  test('ends nothing: the server is asked for the time', async () => {
    const scene = new Scene(inTwoHours);
    scene.serverIsBehind = 24 * HOUR;
    scene.timers.sleep(24 * HOUR);
    await scene.timers.pass(10_000);
    expect(scene.shown).toMatchObject({ at: 'playing' });
  });

  test('ends access in time by the clock that is right now', async () => {
    const scene = new Scene(inTwoHours);
    scene.serverIsBehind = 24 * HOUR;
    scene.timers.sleep(24 * HOUR);
    await scene.timers.pass(2 * HOUR + 90_000);
    expect(scene.shown).toEqual({ at: 'closed', closing: { kind: 'expired' } });
  });
});
