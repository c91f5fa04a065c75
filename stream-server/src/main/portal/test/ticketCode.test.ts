import { describe, expect, test } from 'vitest';
import { readCode } from '../src/code/ticketCode';

describe('reading a code while all codes are printed ones', () => {
  test.each([
    ['7K3M-9QWX-2HTW', '7K3M9QWX2HTW'],
    ['  7k3m 9qwx-2htw ', '7k3m9qwx2htw'],
    ['7K3M.9QWX_2HTW', '7K3M9QWX2HTW'],
    ['OI23-4567-89AB', 'OI23456789AB'],
    ['ol23-4567-89ab', 'ol23456789ab'],
  ])('%j is read as %s', (typed, code) => {
    expect(readCode(typed, 'print')).toBe(code);
  });

  test.each([
    ['nothing', ''],
    ['separators only', ' - . '],
    ['a wrong symbol', '7K3M-9QWX-2HTX'],
    ['a symbol too few', '7K3M-9QWX-2HT'],
    ['a symbol too many', '7K3M-9QWX-2HTWW'],
    ['the letter U', '7K3M-9QWX-2HTU'],
    ['other characters', '7K3M-9QWX-2HT!'],
    ['letters with accents', 'ÄK3M-9QWX-2HTW'],
  ])('refuses %s', (_what, typed) => {
    expect(readCode(typed, 'print')).toBeUndefined();
  });
});

describe('reading a code of any style', () => {
  test('leaves length and spelling to the server', () => {
    expect(readCode('Ab3kF9mNx2Qp', 'any')).toBe('Ab3kF9mNx2Qp');
    expect(readCode('SUMMER-24', 'any')).toBe('SUMMER24');
    expect(readCode('A'.repeat(64), 'any')).toBe('A'.repeat(64));
  });

  test.each(['', 'A'.repeat(65), 'a+b', '<b>'])('refuses %j', (typed) => {
    expect(readCode(typed, 'any')).toBeUndefined();
  });
});
