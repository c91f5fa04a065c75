import type { Texts } from '../i18n/texts';
import type { Closing } from '../session/stage';

/** What an overlay says. */
export interface OverlayContent {
  title: string;
  text: string;
}

/** Title and text for each way access can end (Spec, portal §2.4, §6). */
export function closingContent(closing: Closing, texts: Texts): OverlayContent {
  const restricted = texts.text('overlay.title.restricted');
  switch (closing.kind) {
    case 'expired':
      return { title: restricted, text: texts.text('overlay.expired') };
    case 'revoked':
      return { title: restricted, text: texts.text('overlay.revoked') };
    case 'takenOver':
      return { title: restricted, text: texts.text('overlay.takenOver') };
    case 'locked':
      return {
        title: restricted,
        text: texts.text('overlay.locked', { date: texts.date(closing.availableAt) }),
      };
    case 'timedOut':
    case 'released':
    case 'unauthorised':
      return { title: restricted, text: texts.text('overlay.timedOut') };
    case 'unavailable':
      return {
        title: texts.text('overlay.title.unavailable'),
        text: texts.text('overlay.unavailable'),
      };
  }
}
