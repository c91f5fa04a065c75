import type { PortalConfig, PreviewAnswer } from '../api/answers';
import type { TextKey } from '../i18n/texts';
import type { PreviewLink } from '../pageLink';
import type { Now } from '../time/timers';
import { readPreview, type Preview } from './preview';

/** What came of asking for a preview. */
export type PreviewOpening<Player> =
  | { kind: 'open'; preview: Preview; mediaOrigin: string; player: Player }
  /** It may not be seen, and why. */
  | { kind: 'restricted'; why: TextKey }
  /** It cannot be had now, and why. */
  | { kind: 'failed'; why: TextKey };

/** What the way to a preview needs. */
export interface PreviewDoorNeeds<Player> {
  ask: (eventId: string) => Promise<PreviewAnswer>;
  /** Undefined if the server cannot be reached. */
  config: Promise<PortalConfig | undefined>;
  /** Undefined if it cannot be had. */
  player: Promise<Player | undefined>;
  /** The only event this page may show, if it is bound to one. */
  onlyEvent: string | undefined;
  serverNow: Now;
}

/**
 * Finds out what a link to a preview opens. Staff bring their token along, others are given one.
 * Whatever comes of it is shown under the server's configuration, so that is waited for in any case.
 */
export async function openPreview<Player>(
  link: PreviewLink,
  needs: PreviewDoorNeeds<Player>,
): Promise<PreviewOpening<Player>> {
  const [found, config] = await Promise.all([find(link, needs), needs.config]);
  if ('kind' in found) return found;
  if (!isShownHere(found.eventId, needs)) return NO_PREVIEW;
  const player = await needs.player;
  if (!config || !player) return FAILED;
  if (found.expiresAt <= needs.serverNow()) return { kind: 'restricted', why: 'overlay.expired' };
  return { kind: 'open', preview: found, mediaOrigin: config.playbackBaseUrl, player };
}

type NotOpen = Exclude<PreviewOpening<never>, { kind: 'open' }>;

const NO_PREVIEW: NotOpen = { kind: 'restricted', why: 'preview.none' };
const FAILED: NotOpen = { kind: 'failed', why: 'refusal.failed' };

async function find(
  link: PreviewLink,
  needs: PreviewDoorNeeds<unknown>,
): Promise<Preview | NotOpen> {
  if (link.to === 'preview') return forAnybody(link.eventId, needs);
  return readPreview(link.token, true) ?? NO_PREVIEW;
}

async function forAnybody(
  eventId: string,
  needs: PreviewDoorNeeds<unknown>,
): Promise<Preview | NotOpen> {
  if (!isShownHere(eventId, needs)) return NO_PREVIEW;
  const answer = await needs.ask(eventId);
  switch (answer.kind) {
    case 'granted':
      return readPreview(answer.token, false) ?? FAILED;
    case 'denied':
      return NO_PREVIEW;
    case 'tooMany':
      return { kind: 'failed', why: 'refusal.tooMany' };
    case 'unreachable':
      return FAILED;
  }
}

function isShownHere(eventId: string, { onlyEvent }: PreviewDoorNeeds<unknown>): boolean {
  return onlyEvent === undefined || onlyEvent === eventId;
}
