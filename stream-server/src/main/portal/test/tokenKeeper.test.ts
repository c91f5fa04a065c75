import { describe, expect, test } from 'vitest';
import type { Denial, RefreshAnswer } from '../src/api/answers';
import { refreshPause } from '../src/session/backoff';
import { isRefreshOverdue, refreshDelay } from '../src/session/refreshTiming';
import { TokenKeeper } from '../src/session/tokenKeeper';
import { FakeTimers, settle } from './fakeTimers';

describe('the time of a refresh', () => {
  test.each([
    ['an hour', 3600, 3000],
    ['just over ten minutes', 610, 30],
    ['twenty minutes', 1200, 600],
    ['five minutes', 300, 250],
    ['a minute', 60, 50],
    ['half a minute', 30, 30],
  ])('of a token that lives %s (%i s) is after %i s', (_name, life, delay) => {
    expect(refreshDelay(life)).toBe(delay);
  });

  test('after waking up is now when less than five minutes remain', () => {
    expect(isRefreshOverdue(3600, 299)).toBe(true);
    expect(isRefreshOverdue(3600, 301)).toBe(false);
    expect(isRefreshOverdue(120, 100)).toBe(false);
    expect(isRefreshOverdue(120, 19)).toBe(true);
  });

  test('pauses between failed attempts grow to 30 s', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(refreshPause)).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
    ]);
  });
});

/** A keeper with a token `t0` of one hour; refreshes are answered by `answers` in turn. */
function keeperWith(answers: RefreshAnswer[], life = 3600) {
  const timers = new FakeTimers();
  const asked: { token: string; at: number }[] = [];
  const denials: Denial[] = [];
  const begun = timers.now();
  const keeper = new TokenKeeper({
    ask: (token) => {
      asked.push({ token, at: (timers.now() - begun) / 1000 });
      return Promise.resolve(answers.shift() ?? { kind: 'unreachable' });
    },
    canExtend: () => true,
    renewed: () => undefined,
    denied: (denial) => denials.push(denial),
    timers,
    now: timers.now,
  });
  keeper.adopt('t0', life);
  return { keeper, timers, asked, denials };
}

const renewed = (token: string): RefreshAnswer => ({
  kind: 'renewed',
  playbackToken: token,
  tokenExpiresIn: 3600,
});

describe('the token keeper', () => {
  test('renews ten minutes before the end, again and again', async () => {
    const { keeper, timers, asked } = keeperWith([renewed('t1'), renewed('t2')]);
    await timers.pass(3000_000);
    expect(keeper.current).toBe('t1');
    await timers.pass(3000_000);
    expect(asked).toEqual([
      { token: 't0', at: 3000 },
      { token: 't1', at: 6000 },
    ]);
  });

  test('asks once for everybody who wants a new token at the same time', async () => {
    const { keeper, asked } = keeperWith([renewed('t1')]);
    const outcomes = await Promise.all([keeper.renew(), keeper.renew(), keeper.renew()]);
    expect(outcomes).toEqual(['renewed', 'renewed', 'renewed']);
    expect(asked).toHaveLength(1);
  });

  test('lets a request wait for a token that outlives it', async () => {
    const { keeper, timers } = keeperWith([]);
    await timers.pass(3594_000);
    expect(await keeper.usable()).toBe('t0');
    const late = keeperWith([renewed('t1')], 4);
    expect(await late.keeper.usable()).toBe('t1');
  });

  test('tries a server out of reach with growing pauses until the token ends', async () => {
    const { timers, asked } = keeperWith([]);
    await timers.pass(3700_000);
    expect(asked.slice(0, 6).map(({ at }) => at)).toEqual([3000, 3001, 3003, 3007, 3015, 3031]);
    expect(asked[asked.length - 1]?.at).toBeLessThan(3600 + 30);
    expect(timers.planned()).toEqual([]);
  });

  test('tells a denial once and asks no more', async () => {
    const { keeper, timers, asked, denials } = keeperWith([
      { kind: 'denied', denial: { kind: 'revoked' } },
    ]);
    expect(await keeper.renew()).toBe('denied');
    expect(await keeper.renew()).toBe('denied');
    await timers.pass(7200_000);
    expect(denials).toEqual([{ kind: 'revoked' }]);
    expect(asked).toHaveLength(1);
  });

  test('keeps away for as long as a 429 says', async () => {
    const { keeper, timers, asked } = keeperWith([
      { kind: 'later', retryAfterSeconds: 90 },
      renewed('t1'),
    ]);
    expect(await keeper.renew()).toBe('unreachable');
    await timers.pass(60_000);
    expect(await keeper.renew()).toBe('unreachable');
    expect(asked).toHaveLength(1);
    await timers.pass(30_000);
    expect(keeper.current).toBe('t1');
  });

  test('ignores an answer that comes after it was stopped', async () => {
    const { keeper, denials } = keeperWith([{ kind: 'denied', denial: { kind: 'expired' } }]);
    void keeper.renew();
    keeper.stop();
    await settle();
    expect(denials).toEqual([]);
  });
});
