import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const CATALOGUES = join(import.meta.dirname, '..', 'src', 'i18n');
const PLAYER = /^assets\/visit-[^/]+\.js$/;
const WORDS = /<!-- words ([\w.]+) -->/g;

/**
 * Puts into the page what it must hold before any program runs, or without one: the words for that
 * case in every language, since nobody has chosen one yet, and the address of the player, which is
 * asked for anew when it could not be fetched.
 */
export function pageParts(): Plugin {
  return {
    name: 'page-parts',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        const player = Object.keys(bundle ?? {}).find((file) => PLAYER.test(file));
        if (bundle && !player) throw new Error('the build has made no player');
        const meta = player ? `<meta name="player" content="/${player}" />\n    ` : '';
        return html
          .replace(WORDS, (_comment, key: string) => inAllLanguages(key))
          .replace('<link rel="icon"', `${meta}<link rel="icon"`);
      },
    },
  };
}

/** The text in each language that has a catalogue; English first. */
export function inAllLanguages(key: string): string {
  return readdirSync(CATALOGUES)
    .filter((file) => file.endsWith('.json'))
    .sort((a, b) => (a === 'en.json' ? -1 : b === 'en.json' ? 1 : a < b ? -1 : 1))
    .map((file) => {
      const texts = JSON.parse(readFileSync(join(CATALOGUES, file), 'utf8')) as Record<
        string,
        string
      >;
      const text = texts[key];
      if (text === undefined) throw new Error(`${file} has no text ${key}`);
      return `<p lang="${file.slice(0, -'.json'.length)}">${text}</p>`;
    })
    .join('');
}
