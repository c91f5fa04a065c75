import { button, element } from '../dom/element';
import { icon, type IconName } from '../dom/icon';
import type { TextKey } from '../i18n/texts';
import type { Shell } from './shell';

const SHOWN_AS_DONE = 2000;

/** Puts a button on the page that copies what support wants to know. */
export function offerDetails(page: Document, shell: Shell, details: () => string): void {
  const show = (name: IconName, key: TextKey): void => {
    entry.replaceChildren(icon(name), shell.texts.text(key));
  };
  const entry = button({ id: 'copy-details', class: 'secondary' }, () => {
    void copy(page, details()).then((copied) => {
      if (!copied) return;
      show('check', 'debug.copied');
      shell.announce(shell.texts.text('debug.copied'));
      shell.timers.after(SHOWN_AS_DONE, () => show('copy', 'debug.copy'));
    });
  });
  show('copy', 'debug.copy');
  page.body.append(element('aside', { class: 'debug' }, entry));
}

/** Browsers have a clipboard on secure pages only; elsewhere a marked text can be copied. */
async function copy(page: Document, text: string): Promise<boolean> {
  const byClipboard = navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  return (await byClipboard) || copyMarked(page, text);
}

function copyMarked(page: Document, text: string): boolean {
  const field = element('textarea', { class: 'visually-hidden' }, text);
  page.body.append(field);
  field.select();
  try {
    return page.execCommand('copy');
  } finally {
    field.remove();
  }
}
