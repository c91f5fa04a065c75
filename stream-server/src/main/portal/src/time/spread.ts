/** A number from 0 up to, but not including, 1; each as likely as any other. */
export type Chance = () => number;

/**
 * A delay near `delay`, up to a tenth shorter or longer, so that a hall full of viewers who came at
 * the same moment does not ask at the same moment for ever.
 */
export function spread(delay: number, chance: Chance): number {
  return delay * (0.9 + 0.2 * chance());
}
