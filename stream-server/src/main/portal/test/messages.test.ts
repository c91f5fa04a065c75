import { describe, expect, test } from 'vitest';
import type { Denial } from '../src/api/answers';
import { readRefresh, readRefusal, type Json } from '../src/api/reading';
import { refusalNotice } from '../src/entry/refusalNotice';
import { Texts } from '../src/i18n/texts';
import { closingContent } from '../src/player/overlayContent';

const english = new Texts('en', ['en-GB']);

function reply(status: number, body: Json = {}, retryAfter: string | null = null) {
  return { status, body: { error: 'words of the server', ...body }, retryAfter };
}

describe('a refused code', () => {
  test.each([
    [401, { code: 'CODE_INVALID' }, 'Invalid code. Please check your ticket and try again.'],
    [
      403,
      { code: 'CODE_REVOKED' },
      'This code has been revoked. Please contact the event organizer.',
    ],
    [403, { code: 'EVENT_UNAVAILABLE' }, 'This event is no longer available.'],
    [403, { code: 'SOMETHING_NEW' }, 'Something went wrong. Please try again.'],
    [429, {}, 'Too many attempts. Please wait a moment and try again.'],
    [400, {}, 'Something went wrong. Please try again.'],
    [404, {}, 'Something went wrong. Please try again.'],
  ])('with %i %j is an error in our own words', (status, body, text) => {
    const notice = refusalNotice(readRefusal(reply(status, body)), english);
    expect(notice).toMatchObject({ text, style: 'error', offersTakeover: false });
  });

  test('that is in use is information, with takeover only when offered', () => {
    const text =
      'This access code is currently being viewed on another device. ' +
      'Please wait for the other session to end before trying again.';
    const plain = refusalNotice(readRefusal(reply(409, { inUse: true })), english);
    expect(plain).toMatchObject({ text, style: 'information', offersTakeover: false });
    const offered = readRefusal(reply(409, { inUse: true, takeoverAvailable: true }));
    expect(refusalNotice(offered, english).offersTakeover).toBe(true);
  });

  test('that is locked or expired names the date in the language of the page', () => {
    const locked = readRefusal(
      reply(403, { code: 'NOT_YET_AVAILABLE', availableAt: '2026-03-12T14:00:00.000Z' }),
    );
    expect(refusalNotice(locked, english)).toMatchObject({ style: 'information' });
    expect(refusalNotice(locked, english).text).toMatch(/^Available on 12 March 2026.*\.$/);
    const expired = readRefusal(reply(410, { expiredAt: '2026-03-12T14:00:00.000Z' }));
    const german = refusalNotice(expired, new Texts('de', ['de-DE']));
    expect(german.text).toContain('12. März 2026');
  });

  test.each([
    ['7', 7],
    ['0', 1],
    [null, 60],
    ['soon', 60],
  ])('with Retry-After %j is tried again after %i s', (header, seconds) => {
    expect(readRefusal(reply(429, {}, header))).toEqual({
      kind: 'tooMany',
      retryAfterSeconds: seconds,
    });
  });
});

describe('a refused refresh', () => {
  test.each([
    [403, { code: 'CODE_REVOKED' }, 'Access Restricted', 'Your access has been revoked'],
    [403, { code: 'EVENT_UNAVAILABLE' }, 'Event Unavailable', 'This event is no longer available'],
    [410, {}, 'Access Restricted', 'Your access has ended'],
    [409, {}, 'Access Restricted', 'Your session has been started on another device.'],
    [
      401,
      { code: 'SESSION_LOST', reason: 'released' },
      'Access Restricted',
      'Your session has expired due to inactivity. Please re-enter your access code.',
    ],
    [
      401,
      {},
      'Access Restricted',
      'Your session has expired due to inactivity. Please re-enter your access code.',
    ],
  ])('with %i %j closes under "%s"', (status, body, title, text) => {
    const answer = readRefresh(reply(status, body));
    expect(answer.kind).toBe('denied');
    const { denial } = answer as { denial: Denial };
    expect(closingContent(denial, english)).toEqual({ title, text, enter: 'Enter another code' });
  });

  test('tells a session that timed out from one that was released', () => {
    const answer = readRefresh(reply(401, { code: 'SESSION_LOST', reason: 'timed_out' }));
    expect(answer).toEqual({ kind: 'denied', denial: { kind: 'timedOut' } });
  });

  test('that is limited or odd is no denial', () => {
    expect(readRefresh(reply(429, {}, '30'))).toEqual({ kind: 'later', retryAfterSeconds: 30 });
    expect(readRefresh(reply(200, { playbackToken: 'x' }))).toEqual({ kind: 'unreachable' });
    expect(readRefresh(reply(404, {})).kind).toBe('denied');
    expect(readRefresh(reply(405, {}))).toEqual({ kind: 'unreachable' });
  });
});
