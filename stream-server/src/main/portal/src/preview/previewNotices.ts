import { button } from '../dom/element';
import type { TextKey } from '../i18n/texts';
import { contactLink } from '../shell/contactLink';
import { showNotice } from '../shell/notice';
import type { Shell } from '../shell/shell';

/** The preview may not be seen; a code opens the event. */
export function showRestricted(shell: Shell, why: TextKey, enterCode: () => void): void {
  const { texts, config } = shell;
  const label = texts.text('overlay.enterAnother');
  showNotice(shell, 'restricted', {
    heading: texts.text('overlay.title.restricted'),
    text: texts.text(why),
    choices: [
      button({ id: 'enter-another', class: 'primary' }, enterCode, label),
      ...contactLink(config.supportContact, texts),
    ],
  });
}

/** The preview cannot be had now. */
export function showPlaybackError(
  shell: Shell,
  why: TextKey,
  ways: { retry: () => void; back: () => void },
): void {
  const { texts } = shell;
  showNotice(shell, 'failed', {
    heading: texts.text('overlay.title.playback'),
    text: texts.text(why),
    choices: [
      button({ id: 'retry', class: 'primary' }, ways.retry, texts.text('control.tryAgain')),
      button({ id: 'back', class: 'secondary' }, ways.back, texts.text('control.back')),
    ],
  });
}
