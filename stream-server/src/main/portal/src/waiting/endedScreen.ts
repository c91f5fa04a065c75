import { button, element } from '../dom/element';
import { brand } from '../shell/brand';
import { contactLink } from '../shell/contactLink';
import type { Shell } from '../shell/shell';

/** Shows that the event is over and there is no recording (yet). */
export function showEnded(shell: Shell, title: string, back: () => void): void {
  const { texts, config } = shell;
  const leave = button({ id: 'back', class: 'primary' }, back, texts.text('control.back'));
  const root = element(
    'main',
    { class: 'entry', id: 'ended' },
    element(
      'section',
      { class: 'card' },
      brand(config.appName),
      element('h1', {}, title),
      element('p', {}, texts.text('stream.ended')),
      leave,
      ...contactLink(config.supportContact, texts),
    ),
  );
  shell.showScreen('ended', root, title);
  shell.announce(texts.text('stream.ended'));
  leave.focus();
}
