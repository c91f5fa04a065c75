/** The symbols of a printed code, in the order of their values; I, L, O and U are left out. */
export const PRINT_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const BASE = PRINT_ALPHABET.length;

/** Sum of the Luhn walk from right to left, or undefined for a symbol outside the alphabet. */
function luhnSum(symbols: string, firstFactor: 1 | 2): number | undefined {
  let sum = 0;
  let factor: number = firstFactor;
  for (const symbol of [...symbols].reverse()) {
    const value = PRINT_ALPHABET.indexOf(symbol);
    if (value < 0) return undefined;
    const product = value * factor;
    sum += Math.floor(product / BASE) + (product % BASE);
    factor = factor === 2 ? 1 : 2;
  }
  return sum;
}

/** The check symbol that belongs behind these symbols (Luhn mod 32; Spec, rules §2.3). */
export function checkSymbolOf(symbols: string): string | undefined {
  const sum = luhnSum(symbols, 2);
  return sum === undefined ? undefined : PRINT_ALPHABET[(BASE - (sum % BASE)) % BASE];
}

/** Whether the last symbol is the right check symbol for those before it. */
export function hasValidCheckSymbol(code: string): boolean {
  const sum = luhnSum(code, 1);
  return sum !== undefined && sum % BASE === 0;
}
