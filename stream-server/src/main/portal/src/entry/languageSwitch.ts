import { button, element } from '../dom/element';
import { LANGUAGES, isLanguage } from '../i18n/texts';
import type { Shell } from '../shell/shell';

/** Buttons for the languages on offer; nothing when there is no choice. */
export function languageSwitch(shell: Shell, choose: (language: string) => void): HTMLElement[] {
  const offered = shell.config.languages.filter(isLanguage);
  if (offered.length < 2) return [];
  const buttons = offered.map((language) =>
    button(
      {
        lang: language,
        'aria-pressed': String(language === shell.texts.language),
        'data-language': language,
      },
      () => choose(language),
      LANGUAGES[language].name,
    ),
  );
  const label = shell.texts.text('entry.language');
  return [element('div', { class: 'languages', role: 'group', 'aria-label': label }, ...buttons)];
}
