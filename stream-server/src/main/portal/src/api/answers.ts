import type { CodeStyle } from '../code/ticketCode';

/** What the server says about itself (`GET /api/portal/config`). */
export interface PortalConfig {
  appName: string;
  codeStyle: CodeStyle;
  serverTime: string | undefined;
  /** Mail address or URL of the organiser. */
  supportContact: string | undefined;
  /** Languages the organiser offers, as codes. */
  languages: readonly string[];
  /** Origin of the media side. */
  playbackBaseUrl: string;
}

/** How an event stands for its viewers. */
export type EventStatus = 'not-started' | 'live' | 'recording' | 'ended';

/** The event as shown to its viewers. Times are ISO-8601. */
export interface EventDetails {
  title: string;
  description: string | null;
  startsAt: string;
  endsAt: string;
  posterUrl: string | null;
}

/** What the overlay of a watermarked event shows. */
export interface WatermarkText {
  displayText: string;
}

/** A caption file on the media side. */
export interface Caption {
  /** BCP 47 tag. */
  language: string;
  label: string;
  path: string;
}

/** How far a ticket's holder has come in a recording. Times are seconds. */
export interface WatchProgress {
  isCompleted: boolean;
  lastPositionSeconds: number;
  durationSeconds: number | null;
}

/** What a player reports (`POST /api/playback/progress`). Times are whole seconds. */
export interface ProgressReport {
  watchedSeconds: number;
  lastPositionSeconds: number;
  /** Null while the length is not known, as of a live stream. */
  durationSeconds: number | null;
  isCompleted: boolean;
  /** Playback has begun in this session. */
  started: boolean;
  event: 'PLAY' | 'PAUSE' | 'COMPLETE' | 'HEARTBEAT';
}

/** A granted access: one event, one session, one token. */
export interface Grant {
  event: EventDetails;
  eventId: string;
  sessionId: string;
  status: EventStatus;
  playbackToken: string;
  /** Remaining life of the token in seconds. */
  tokenExpiresIn: number;
  playbackBaseUrl: string;
  streamPath: string;
  /** End of the ticket's access, ISO-8601. */
  expiresAt: string;
  serverTime: string;
  /** Settings handed to hls.js as they are. */
  playerConfig: Record<string, unknown>;
  /** Undefined for an event without watermark. */
  watermark: WatermarkText | undefined;
  captions: Caption[];
}

/** Why a code, or a session that was fine until now, is refused. */
export type Refusal =
  | { kind: 'invalid' }
  | { kind: 'revoked' }
  | { kind: 'unavailable' }
  | { kind: 'locked'; availableAt: string }
  | { kind: 'inUse'; takeoverAvailable: boolean }
  | { kind: 'expired'; expiredAt: string | undefined }
  | { kind: 'tooMany'; retryAfterSeconds: number }
  | { kind: 'failed' };

/** Answer to a code. `unreachable` is a network failure or 5xx and may be tried again. */
export type ValidateAnswer =
  | { kind: 'granted'; grant: Grant }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'unreachable' };

/** Why a running session ends. `unauthorised` stands for a refusal without a stated cause. */
export type Denial =
  | { kind: 'revoked' }
  | { kind: 'unavailable' }
  | { kind: 'locked'; availableAt: string }
  | { kind: 'expired' }
  | { kind: 'takenOver' }
  | { kind: 'timedOut' }
  | { kind: 'released' }
  | { kind: 'unauthorised' };

/** Answer to a refresh. */
export type RefreshAnswer =
  | { kind: 'renewed'; playbackToken: string; tokenExpiresIn: number }
  | { kind: 'denied'; denial: Denial }
  | { kind: 'later'; retryAfterSeconds: number }
  | { kind: 'unreachable' };

/** Answer to the question for an event's preview. */
export type PreviewAnswer =
  | { kind: 'granted'; token: string }
  | { kind: 'denied' }
  | { kind: 'tooMany' }
  | { kind: 'unreachable' };

/** Answer to a heartbeat. */
export type HeartbeatAnswer = 'alive' | 'unauthorised' | 'lost' | 'displaced' | 'unreachable';

/** Answer to a status question; `undefined` status means that nothing was learnt. */
export type StatusAnswer =
  | { kind: 'status'; status: EventStatus; startsAt: string }
  | { kind: 'unauthorised' }
  | { kind: 'unknown' };
