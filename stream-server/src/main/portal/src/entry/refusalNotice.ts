import type { Refusal } from '../api/answers';
import type { Texts } from '../i18n/texts';

/** What the entry screen says about a refused code. */
export interface RefusalNotice {
  text: string;
  /** An error calls for another code; information only asks for patience. */
  style: 'error' | 'information';
  offersTakeover: boolean;
}

/** The notice for a refusal (Spec, portal §1). */
export function refusalNotice(refusal: Refusal, texts: Texts): RefusalNotice {
  switch (refusal.kind) {
    case 'invalid':
      return error(texts.text('refusal.invalid'));
    case 'revoked':
      return error(texts.text('refusal.revoked'));
    case 'unavailable':
      return error(texts.text('refusal.unavailable'));
    case 'expired':
      return error(texts.text('refusal.expired', { date: texts.date(refusal.expiredAt) }));
    case 'tooMany':
      return error(texts.text('refusal.tooMany'));
    case 'failed':
      return error(texts.text('refusal.failed'));
    case 'locked':
      return information(texts.text('refusal.locked', { date: texts.date(refusal.availableAt) }));
    case 'inUse':
      return {
        ...information(texts.text('refusal.inUse')),
        offersTakeover: refusal.takeoverAvailable,
      };
  }
}

function error(text: string): RefusalNotice {
  return { text, style: 'error', offersTakeover: false };
}

function information(text: string): RefusalNotice {
  return { ...error(text), style: 'information' };
}
