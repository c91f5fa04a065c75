import type {
  Denial,
  EventStatus,
  PortalConfig,
  PreviewAnswer,
  RefreshAnswer,
  Refusal,
  WatchProgress,
} from './answers';

/** A JSON object from the server, of which nothing is known yet. */
export type Json = Record<string, unknown>;

/** An HTTP answer reduced to what its meaning depends on. */
export interface Reply {
  status: number;
  body: Json;
  /** Value of the Retry-After header, if any. */
  retryAfter: string | null;
}

const SECONDS_TO_WAIT_WHEN_UNSAID = 60;

/** Whether the server has spoken. If not, it is out of reach or broken and may be asked again. */
export function isAnswer(reply: Reply | undefined): reply is Reply {
  return reply !== undefined && reply.status < 500;
}

/** Retry-After in whole seconds, at least 1. */
export function retryAfterSeconds(reply: Reply): number {
  const seconds = Number(reply.retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : SECONDS_TO_WAIT_WHEN_UNSAID;
}

/** The meaning of a refused code by status and machine code (Spec, HTTP API §2.2). */
export function readRefusal(reply: Reply): Refusal {
  switch (reply.status) {
    case 401:
      return { kind: 'invalid' };
    case 403:
      return readForbidden(reply.body) ?? { kind: 'failed' };
    case 409:
      return { kind: 'inUse', takeoverAvailable: reply.body['takeoverAvailable'] === true };
    case 410:
      return { kind: 'expired', expiredAt: text(reply.body['expiredAt']) };
    case 429:
      return { kind: 'tooMany', retryAfterSeconds: retryAfterSeconds(reply) };
    default:
      return { kind: 'failed' };
  }
}

/** The meaning of a refresh that was answered (Spec, HTTP API §2.3). */
export function readRefresh(reply: Reply): RefreshAnswer {
  const { playbackToken, tokenExpiresIn } = reply.body;
  if (reply.status === 200) {
    const isWhole = typeof playbackToken === 'string' && typeof tokenExpiresIn === 'number';
    return isWhole ? { kind: 'renewed', playbackToken, tokenExpiresIn } : { kind: 'unreachable' };
  }
  if (reply.status === 429) return { kind: 'later', retryAfterSeconds: retryAfterSeconds(reply) };
  const denial = readDenial(reply);
  return denial ? { kind: 'denied', denial } : { kind: 'unreachable' };
}

function readDenial({ status, body }: Reply): Denial | undefined {
  switch (status) {
    case 401:
    case 404:
      if (body['reason'] === 'timed_out') return { kind: 'timedOut' };
      return { kind: body['reason'] === 'released' ? 'released' : 'unauthorised' };
    case 403:
      return readForbidden(body) ?? { kind: 'unauthorised' };
    case 409:
      return { kind: 'takenOver' };
    case 410:
      return { kind: 'expired' };
    default:
      return undefined;
  }
}

function readForbidden(body: Json): (Refusal & Denial) | undefined {
  switch (body['code']) {
    case 'CODE_REVOKED':
      return { kind: 'revoked' };
    case 'EVENT_UNAVAILABLE':
      return { kind: 'unavailable' };
    case 'NOT_YET_AVAILABLE':
      return { kind: 'locked', availableAt: text(body['availableAt']) ?? '' };
    default:
      return undefined;
  }
}

/** The portal's configuration; what is missing or odd is replaced by the cautious choice. */
export function readConfig(body: Json): PortalConfig {
  const languages = body['languages'];
  return {
    appName: text(body['appName']) ?? 'StreamGate',
    codeStyle: body['codeStyle'] === 'print' ? 'print' : 'any',
    serverTime: text(body['serverTime']),
    supportContact: text(body['supportContact']),
    languages: Array.isArray(languages) ? languages.filter((code) => typeof code === 'string') : [],
    playbackBaseUrl: text(body['playbackBaseUrl']) ?? '',
  };
}

/** The meaning of an answer to the question for a preview (Spec, HTTP API §3.1). */
export function readPreviewAnswer({ status, body }: Reply): PreviewAnswer {
  const token = text((body['data'] as Json | null | undefined)?.['token']);
  if (status === 200 && token !== undefined) return { kind: 'granted', token };
  if (status === 429) return { kind: 'tooMany' };
  return { kind: status >= 400 ? 'denied' : 'unreachable' };
}

/** How far a viewer has come; nothing that is missing counts as watched. */
export function readProgress(body: Json): WatchProgress {
  const { isCompleted, lastPositionSeconds, durationSeconds } = body;
  return {
    isCompleted: isCompleted === true,
    lastPositionSeconds: typeof lastPositionSeconds === 'number' ? lastPositionSeconds : 0,
    durationSeconds: typeof durationSeconds === 'number' ? durationSeconds : null,
  };
}

/** The status of an event, or undefined for a word this portal does not know. */
export function readStatus(value: unknown): EventStatus | undefined {
  const known: readonly EventStatus[] = ['not-started', 'live', 'recording', 'ended'];
  return known.find((status) => status === value);
}

/** A text that is not empty. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
