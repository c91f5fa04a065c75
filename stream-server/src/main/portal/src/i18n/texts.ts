import de from './de.json';
import en from './en.json';

/** Names of all texts. */
export type TextKey = keyof typeof en;

/** Names of texts that come in the forms `.one` and `.other`. */
export type CountedKey = TextKey extends infer Key
  ? Key extends `${infer Stem}.other`
    ? Stem
    : never
  : never;

type Catalogue = Record<TextKey, string>;
type Values = Record<string, string | number>;

/** Languages this portal speaks, each with its own name. A new one is added here. */
export const LANGUAGES = {
  en: { name: 'English', catalogue: en as Catalogue },
  de: { name: 'Deutsch', catalogue: de as Catalogue },
} as const;

/** Code of a language this portal speaks. */
export type Language = keyof typeof LANGUAGES;

/** Whether this portal speaks the language. */
export function isLanguage(code: string): code is Language {
  return Object.prototype.hasOwnProperty.call(LANGUAGES, code);
}

/**
 * The language to begin with: the viewer's earlier choice, else the first of the browser's
 * languages that is on offer, else English.
 */
export function pickLanguage(chosen: string | undefined, browser: readonly string[]): Language {
  const wishes = [chosen ?? '', ...browser.map((tag) => tag.toLowerCase().split('-')[0] ?? '')];
  return wishes.find(isLanguage) ?? 'en';
}

/** All texts, dates and numbers in one language. */
export class Texts {
  private readonly locale: string;
  private readonly catalogue: Catalogue;
  private readonly plurals: Intl.PluralRules;

  constructor(
    readonly language: Language,
    browser: readonly string[],
  ) {
    // A viewer in London reads English dates the British way.
    this.locale = browser.find((tag) => tag.toLowerCase().startsWith(language)) ?? language;
    this.catalogue = LANGUAGES[language].catalogue;
    this.plurals = new Intl.PluralRules(language);
  }

  /** The text with its `{placeholders}` filled in. */
  text(key: TextKey, values: Values = {}): string {
    return this.catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    );
  }

  /** The text in the form that fits the number. */
  counted(key: CountedKey, count: number, values: Values): string {
    const form = this.plurals.select(count) === 'one' ? 'one' : 'other';
    return this.text(`${key}.${form}`, values);
  }

  /** Date and time of an ISO-8601 instant in the viewer's zone; empty if it is none. */
  date(instant: string | undefined): string {
    const time = Date.parse(instant ?? '');
    if (Number.isNaN(time)) return '';
    return new Intl.DateTimeFormat(this.locale, {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    }).format(time);
  }
}
