import { describe, expect, test } from 'vitest';
import type { ValidateAnswer } from '../src/api/answers';
import { releaseSession } from '../src/api/release';
import { admit } from '../src/entry/admission';
import { pickLanguage, Texts } from '../src/i18n/texts';
import { validatePatiently } from '../src/session/validation';
import { contactAddress } from '../src/shell/contactLink';
import { FakeTimers, settle } from './fakeTimers';

describe('admission', () => {
  test('refuses a mistyped printed code without asking the server', async () => {
    const asked: string[] = [];
    const needs = (style: 'print' | 'any') => ({
      codeStyle: () => Promise.resolve(style),
      validate: (code: string) => {
        asked.push(code);
        return Promise.resolve({ kind: 'refused', refusal: { kind: 'invalid' } } as const);
      },
    });
    const refused = { kind: 'refused', refusal: { kind: 'invalid' } };
    expect(await admit('7K3M-9QWX-2HTX', false, needs('print'))).toEqual(refused);
    expect(asked).toEqual([]);
    expect(await admit('7K3M-9QWX-2HTX', false, needs('any'))).toEqual(refused);
    expect(asked).toEqual(['7K3M9QWX2HTX']);
  });
});

describe('validation', () => {
  async function attempts(answer: ValidateAnswer): Promise<number[]> {
    const timers = new FakeTimers();
    const begun = timers.now();
    const times: number[] = [];
    void validatePatiently(() => {
      times.push(timers.now() - begun);
      return Promise.resolve(answer);
    }, timers);
    await timers.pass(60_000);
    return times;
  }

  test('asks a server out of reach three times', async () => {
    expect(await attempts({ kind: 'unreachable' })).toEqual([0, 500, 1500]);
  });

  test.each(['invalid', 'revoked', 'unavailable', 'failed'] as const)(
    'asks once when the code is refused as %s',
    async (kind) => {
      expect(await attempts({ kind: 'refused', refusal: { kind } })).toEqual([0]);
    },
  );
});

describe('the language', () => {
  test.each([
    [undefined, ['de-AT', 'en'], 'de'],
    [undefined, ['fr-FR', 'de'], 'de'],
    [undefined, ['fr'], 'en'],
    ['en', ['de'], 'en'],
    ['toString', ['de'], 'de'],
  ])('chosen %j, browser %j: %s', (chosen, browser, language) => {
    expect(pickLanguage(chosen, browser)).toBe(language);
  });

  test('counts in the right form', () => {
    const texts = new Texts('en', []);
    const say = (amount: number) => texts.counted('access.endsInHours', amount, { amount });
    expect(say(1)).toBe('Access expires in 1 hour');
    expect(say(5)).toBe('Access expires in 5 hours');
  });
});

describe('the contact', () => {
  test.each([
    ['help@example.org', 'mailto:help@example.org'],
    ['mailto:help@example.org', 'mailto:help@example.org'],
    [' https://example.org/help ', 'https://example.org/help'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x@y', undefined],
    [undefined, undefined],
  ])('%j leads to %j', (contact, address) => {
    expect(contactAddress(contact)).toBe(address);
  });
});

describe('release', () => {
  function ways(keepalive: boolean, isOnline: boolean) {
    const sent: unknown[] = [];
    return {
      sent,
      keepalive,
      fetch: (path: unknown, request?: RequestInit) => {
        sent.push([path, request?.keepalive, request?.headers]);
        return isOnline ? Promise.resolve(new Response()) : Promise.reject(new TypeError());
      },
      beacon: (path: string, body: string) => sent.push([path, body]) > 0,
    };
  }

  test('goes by fetch where it outlives the page', () => {
    const browser = ways(true, true);
    releaseSession('t0', browser);
    expect(browser.sent).toEqual([['/api/playback/release', true, { Authorization: 'Bearer t0' }]]);
  });

  test('goes by beacon elsewhere, and when fetch fails', async () => {
    const old = ways(false, true);
    releaseSession('t0', old);
    expect(old.sent).toEqual([['/api/playback/release', 't0']]);
    const failing = ways(true, false);
    releaseSession('t0', failing);
    await settle();
    expect(failing.sent[1]).toEqual(['/api/playback/release', 't0']);
  });
});
