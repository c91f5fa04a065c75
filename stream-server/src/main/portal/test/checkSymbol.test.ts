import { describe, expect, test } from 'vitest';
import { checkSymbolOf, hasValidCheckSymbol, PRINT_ALPHABET } from '../src/code/checkSymbol';

/** Codes spread over the whole space, the same on every run. */
function sampleCodes(count: number): string[] {
  let state = 2463534242;
  const symbol = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return PRINT_ALPHABET[(state >>> 0) % 32] ?? '';
  };
  return Array.from({ length: count }, () => {
    const symbols = Array.from({ length: 11 }, symbol).join('');
    return symbols + (checkSymbolOf(symbols) ?? '');
  });
}

function replaceAt(code: string, place: number, symbols: string): string {
  return code.slice(0, place) + symbols + code.slice(place + symbols.length);
}

describe('check symbol', () => {
  test.each([
    ['7K3M9QWX2HT', 'W'],
    ['0123456789A', 'B'],
    ['ABCDEFGHJKM', 'Y'],
    ['ZZZZZZZZZZZ', 'B'],
    ['00000000000', '0'],
  ])('%s is followed by %s', (symbols, check) => {
    expect(checkSymbolOf(symbols)).toBe(check);
    expect(hasValidCheckSymbol(symbols + check)).toBe(true);
  });

  test('catches every error in one symbol', () => {
    for (const code of sampleCodes(100)) {
      for (let place = 0; place < code.length; place += 1) {
        for (const wrong of PRINT_ALPHABET) {
          const typed = replaceAt(code, place, wrong);
          expect(hasValidCheckSymbol(typed), typed).toBe(wrong === code[place]);
        }
      }
    }
  });

  test('catches every swap of neighbours except 0 with Z', () => {
    for (const first of PRINT_ALPHABET) {
      for (const second of PRINT_ALPHABET) {
        for (const place of [0, 3, 9]) {
          const symbols = replaceAt('7K3M9QWX2HT', place, first + second);
          const code = symbols + (checkSymbolOf(symbols) ?? '');
          const swapped = replaceAt(code, place, second + first);
          const escapes = first === second || [first, second].sort().join('') === '0Z';
          expect(hasValidCheckSymbol(swapped), `${code} as ${swapped}`).toBe(escapes);
        }
      }
    }
  });

  test.each(['7K3M9QWX2HTU', '7K3M9QWX2HT-', '7k3m9qwx2htw'])(
    'knows no value for a symbol of %s',
    (code) => {
      expect(hasValidCheckSymbol(code)).toBe(false);
    },
  );
});
