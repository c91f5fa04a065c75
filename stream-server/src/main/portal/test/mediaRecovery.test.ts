import { describe, expect, test } from 'vitest';
import { MediaRecovery } from '../src/player/mediaRecovery';
import type { Renewal } from '../src/session/tokenKeeper';
import { FakeTimers, settle } from './fakeTimers';

/** Recovery whose renewals end as told; a renewal that succeeds changes the token. */
function recoveryWith(renewals: Renewal[]) {
  const timers = new FakeTimers();
  const told: string[] = [];
  let renewalsAsked = 0;
  let token = 't0';
  const recovery = new MediaRecovery({
    currentToken: () => token,
    renew: () => {
      renewalsAsked += 1;
      const renewal = renewals.shift() ?? 'unreachable';
      if (renewal === 'renewed') token = `t${renewalsAsked}`;
      return Promise.resolve(renewal);
    },
    interrupted: () => told.push('interrupted'),
    restored: () => told.push('restored'),
    failed: () => told.push('failed'),
    timers,
    now: timers.now,
  });
  return { recovery, timers, told, asked: () => renewalsAsked };
}

/** Follows a promise without waiting for it. */
function watch<Value>(promise: Promise<Value>): { value: Value | undefined } {
  const seen: { value: Value | undefined } = { value: undefined };
  void promise.then((value) => (seen.value = value));
  return seen;
}

describe('a refused media request', () => {
  test('costs one renewal and goes out again', async () => {
    const { recovery, asked } = recoveryWith(['renewed']);
    expect(await recovery.refused('segment', 't0')).toBe('again');
    expect(asked()).toBe(1);
  });

  test('sent with an older token just goes out again', async () => {
    const { recovery, asked } = recoveryWith(['renewed']);
    await recovery.refused('segment', 't0');
    expect(await recovery.refused('playlist', 't0')).toBe('again');
    expect(asked()).toBe(1);
  });

  test('gives up when the renewal is denied', async () => {
    const { recovery, told } = recoveryWith(['denied']);
    expect(await recovery.refused('segment', 't0')).toBe('giveUp');
    expect(told).toEqual([]);
  });

  test('refused again within 10 s counts as a lost network', async () => {
    const { recovery, timers, told, asked } = recoveryWith(['renewed', 'renewed']);
    await recovery.refused('segment', 't0');
    await timers.pass(9000);
    const second = watch(recovery.refused('segment', 't1'));
    await settle();
    expect(told).toEqual(['interrupted']);
    await timers.pass(1000);
    expect(second.value).toBe('again');
    expect(asked()).toBe(1);
    expect(await recovery.refused('segment', 't1')).toBe('again');
    expect(asked()).toBe(2);
  });
});

describe('a broken connection', () => {
  test('is tried after 1, 2, 4, 8 and 16 s and then given up', async () => {
    const { recovery, timers, told } = recoveryWith([]);
    for (const pause of [1000, 2000, 4000, 8000, 16_000]) {
      const advice = watch(recovery.broken('segment'));
      await timers.pass(pause - 1);
      expect(advice.value).toBeUndefined();
      await timers.pass(1);
      expect(advice.value).toBe('again');
    }
    expect(await recovery.broken('segment')).toBe('giveUp');
    expect(told[told.length - 1]).toBe('failed');
  });

  test('lets all requests of a kind wait together', async () => {
    const { recovery, timers, told } = recoveryWith([]);
    const first = watch(recovery.broken('segment'));
    await timers.pass(500);
    const second = watch(recovery.broken('segment'));
    await timers.pass(500);
    expect([first.value, second.value]).toEqual(['again', 'again']);
    expect(told).toEqual(['interrupted']);
  });

  test('is over only when every kind of request succeeds again', async () => {
    const { recovery, timers, told } = recoveryWith([]);
    void recovery.broken('segment');
    void recovery.broken('playlist');
    await timers.pass(1000);
    recovery.succeeded('playlist');
    expect(told).not.toContain('restored');
    recovery.succeeded('segment');
    recovery.succeeded('segment');
    expect(told.filter((word) => word === 'restored')).toHaveLength(1);
  });

  test('is tried at once when the network is said to be back', async () => {
    const { recovery, timers } = recoveryWith([]);
    for (const pause of [1000, 2000, 4000]) {
      void recovery.broken('segment');
      await timers.pass(pause);
    }
    const waiting = watch(recovery.broken('segment'));
    await timers.pass(100);
    recovery.hurry();
    await settle();
    expect(waiting.value).toBe('again');
    expect(timers.planned()).toEqual([]);
    const next = watch(recovery.broken('segment'));
    await timers.pass(1000);
    expect(next.value).toBe('again');
  });

  test('starts counting anew when the viewer tries again', async () => {
    const { recovery, timers } = recoveryWith([]);
    const before = watch(recovery.broken('stream'));
    recovery.reset();
    const after = watch(recovery.broken('stream'));
    await timers.pass(1000);
    expect([before.value, after.value]).toEqual(['giveUp', 'again']);
  });
});
