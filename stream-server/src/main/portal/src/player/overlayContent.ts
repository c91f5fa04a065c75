import type { TextKey, Texts } from '../i18n/texts';
import type { Closing } from '../session/stage';

/** What an overlay says. */
export interface OverlayContent {
  title: string;
  text: string;
  /** What the way to the entry is called. */
  enter: string;
}

/** Title and text for each way access can end (Spec, portal §2.4, §6). */
export function closingContent(closing: Closing, texts: Texts): OverlayContent {
  return {
    title: texts.text(titleOf(closing)),
    text: textOf(closing, texts),
    enter: texts.text(
      closing.kind === 'previewOver' ? 'preview.enterCode' : 'overlay.enterAnother',
    ),
  };
}

function titleOf({ kind }: Closing): TextKey {
  switch (kind) {
    case 'previewOver':
      return 'preview.badge';
    case 'unavailable':
      return 'overlay.title.unavailable';
    default:
      return 'overlay.title.restricted';
  }
}

function textOf(closing: Closing, texts: Texts): string {
  switch (closing.kind) {
    case 'expired':
      return texts.text('overlay.expired');
    case 'revoked':
      return texts.text('overlay.revoked');
    case 'takenOver':
      return texts.text('overlay.takenOver');
    case 'locked':
      return texts.text('overlay.locked', { date: texts.date(closing.availableAt) });
    case 'timedOut':
    case 'released':
    case 'unauthorised':
      return texts.text('overlay.timedOut');
    case 'unavailable':
      return texts.text('overlay.unavailable');
    case 'previewOver':
      return texts.text('preview.over');
  }
}
