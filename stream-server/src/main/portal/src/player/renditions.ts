import type { Rendition } from './stream';

/** A variant as a playlist lists it. */
export interface Variant {
  height: number;
  bitrate: number;
}

/** One rendition per height, the one with the highest bitrate; the tallest first. */
export function renditionsOf(variants: readonly Variant[]): Rendition[] {
  const best = new Map<number, number>();
  variants.forEach(({ height, bitrate }, id) => {
    const known = best.get(height);
    if (height > 0 && (known === undefined || bitrate > (variants[known]?.bitrate ?? 0))) {
      best.set(height, id);
    }
  });
  return [...best].map(([height, id]) => ({ id, height })).sort((a, b) => b.height - a.height);
}

/** The part of the browser's network information that matters here. */
export interface Connection {
  saveData?: boolean;
  type?: string;
}

/** Whether the viewer pays by the megabyte, or asks to be sparing. */
export function isSparing(connection: Connection | undefined): boolean {
  return connection?.saveData === true || connection?.type === 'cellular';
}
