/** A preview that can be played until its token ends. */
export interface Preview {
  token: string;
  eventId: string;
  sessionId: string;
  /** Path of the playlist on the media side. */
  streamPath: string;
  /** End of the token in milliseconds since 1970, server clock. */
  expiresAt: number;
  /** Staff look at the event as it stands, live or not; everybody else sees a piece of it. */
  isForStaff: boolean;
}

const PLAYLIST = 'stream.m3u8';

/** A folder of an event, or one below it (Spec, rules §4, `sp`). */
const FOLDER = /^\/streams\/([A-Za-z0-9][A-Za-z0-9_-]{0,63})\/(?:[A-Za-z0-9][A-Za-z0-9_-]*\/)*$/;

/**
 * What a token opens, by its own account. It is asked only where to begin: whether it opens
 * anything the media side decides. Undefined for what is no such token.
 */
export function readPreview(token: string, isForStaff: boolean): Preview | undefined {
  const { eid, sid, sp, exp } = claimsOf(token);
  if (typeof sp !== 'string' || typeof exp !== 'number' || FOLDER.exec(sp)?.[1] !== eid) {
    return undefined;
  }
  return {
    token,
    eventId: String(eid),
    sessionId: typeof sid === 'string' ? sid : '',
    streamPath: sp + PLAYLIST,
    expiresAt: exp * 1000,
    isForStaff,
  };
}

/** The claims of a JWT (RFC 7519) as they stand there, unverified; none if it is not one. */
function claimsOf(token: string): Record<string, unknown> {
  const [, payload = '', ...more] = token.split('.');
  if (more.length !== 1) return {};
  try {
    const claims: unknown = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
