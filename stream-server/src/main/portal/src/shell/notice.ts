import { element } from '../dom/element';
import { brand } from './brand';
import type { ScreenName, Shell } from './shell';

/** A screen that says one thing, and what can be done about it. */
export interface Notice {
  heading: string;
  text: string;
  /** Buttons and links, in the order of importance; the first gets the focus. */
  choices: HTMLElement[];
}

/** Shows a notice in place of whatever is on the page. */
export function showNotice(shell: Shell, name: ScreenName, notice: Notice): void {
  const { heading, text, choices } = notice;
  const root = element(
    'main',
    { class: 'entry', id: name },
    element(
      'section',
      { class: 'card' },
      brand(shell.config.appName),
      element('h1', {}, heading),
      element('p', {}, text),
      ...choices,
    ),
  );
  shell.showScreen(name, root, heading);
  shell.announce(text);
  choices[0]?.focus();
}
