import { button } from '../dom/element';
import { contactLink } from '../shell/contactLink';
import { showNotice } from '../shell/notice';
import type { Shell } from '../shell/shell';

/** Shows that the event is over and there is no recording (yet). */
export function showEnded(shell: Shell, title: string, back: () => void): void {
  const { texts, config } = shell;
  showNotice(shell, 'ended', {
    heading: title,
    text: texts.text('stream.ended'),
    choices: [
      button({ id: 'back', class: 'primary' }, back, texts.text('control.back')),
      ...contactLink(config.supportContact, texts),
    ],
  });
}
