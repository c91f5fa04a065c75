import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = new URL('../src', import.meta.url).pathname;
const CATALOGUES = new URL('../src/i18n', import.meta.url).pathname;
const FORMS = ['.one', '.other'];

function sourceTexts(): string[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(SOURCES, name), 'utf8'));
}

/** Keys the page itself names, for the time before any program runs. */
function keysOfThePage(): string[] {
  const page = readFileSync(new URL('../index.html', import.meta.url).pathname, 'utf8');
  return [...page.matchAll(/<!-- words ([\w.]+) -->/g)].map(([, key = '']) => key);
}

/** Keys named in the code; one completed from a variable, `a.${b}`, stands for all that fit. */
function usedKeys(screens: Set<string>): { exact: Set<string>; prefixes: Set<string> } {
  const exact = new Set<string>(keysOfThePage());
  const prefixes = new Set<string>();
  for (const source of sourceTexts()) {
    for (const [, key = ''] of source.matchAll(/'([a-z]+(?:\.[a-zA-Z]+)+)'/g)) {
      if (screens.has(key.split('.')[0] ?? '')) exact.add(key);
    }
    for (const [, prefix = ''] of source.matchAll(/`([a-z]+\.)\$\{/g)) prefixes.add(prefix);
  }
  return { exact, prefixes };
}

function catalogues(): [name: string, texts: Record<string, string>][] {
  return readdirSync(CATALOGUES)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(CATALOGUES, name), 'utf8'))]);
}

function placeholders(text: string): string {
  return [...text.matchAll(/\{\w+\}/g)].map(String).sort().join(' ');
}

/** What is wrong with a catalogue, each as the line to paste or to delete. */
function complaints(name: string, texts: Record<string, string>): string[] {
  const english = JSON.parse(readFileSync(join(CATALOGUES, 'en.json'), 'utf8'));
  const screens = new Set(Object.keys({ ...english, ...texts }).map((key) => key.split('.')[0]!));
  const { exact, prefixes } = usedKeys(screens);
  const isUsed = (key: string) =>
    exact.has(key) ||
    FORMS.some((form) => key.endsWith(form) && exact.has(key.slice(0, -form.length))) ||
    [...prefixes].some((prefix) => key.startsWith(prefix));
  const isThere = (key: string) => key in texts || FORMS.every((form) => key + form in texts);
  const needed = new Set([...exact, ...Object.keys(english).filter(isUsed)]);
  return [
    ...[...needed]
      .filter((key) => !isThere(key))
      .map((key) => `${name} lacks    "${key}": "${english[key] ?? ''}",`),
    ...Object.keys(texts)
      .filter((key) => !isUsed(key))
      .map((key) => `${name} has unused  "${key}": "${texts[key]}",`),
    ...Object.keys(texts)
      .filter((key) => placeholders(texts[key] ?? '') !== placeholders(english[key] ?? ''))
      .map((key) => `${name} needs the placeholders of "${key}": "${english[key]}"`),
  ];
}

test('every catalogue has every text that is used, and no other', () => {
  const all = catalogues();
  expect(all.map(([name]) => name)).toEqual(['de.json', 'en.json']);
  expect(all.flatMap(([name, texts]) => complaints(name, texts))).toEqual([]);
});
