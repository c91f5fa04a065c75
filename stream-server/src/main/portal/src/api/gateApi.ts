import type {
  HeartbeatAnswer,
  PortalConfig,
  PreviewAnswer,
  ProgressReport,
  RefreshAnswer,
  StatusAnswer,
  ValidateAnswer,
  WatchProgress,
} from './answers';
import type { Timers } from '../time/timers';
import type { Diary } from './diary';
import type { FailureLog } from './failureLog';
import { readGrant } from './grant';
import {
  isAnswer,
  readConfig,
  readPreviewAnswer,
  readProgress,
  readRefresh,
  readRefusal,
  readStatus,
  text,
  type Json,
  type Reply,
} from './reading';

/**
 * A call without an answer for so long (milliseconds) has failed: after a change of network a
 * connection may hang for minutes, and everything that waits for a refresh with it.
 */
const LONGEST_CALL = 15_000;

const PROGRESS = '/api/playback/progress';

/** What the server is told of who asks for access. */
export interface Visitor {
  deviceName?: string;
  /** The one event the page is for, which is refused to codes of others. */
  eventId?: string;
}

/** The calls of the viewer API (Spec, HTTP API §2). No call ever rejects. */
export class GateApi {
  constructor(
    private readonly fetch: typeof globalThis.fetch,
    private readonly timers: Timers,
    private readonly log: FailureLog,
    private readonly diary: Diary,
    private readonly visitor: Visitor = {},
  ) {}

  /** The portal's configuration, or undefined when the server cannot be reached. */
  async config(): Promise<PortalConfig | undefined> {
    const reply = await this.call('/api/portal/config', {});
    return reply?.status === 200 ? readConfig(reply.body) : undefined;
  }

  /** Asks for access with a code. `takeover` ends the session on the other device. */
  async validate(code: string, takeover: boolean): Promise<ValidateAnswer> {
    const reply = await this.call('/api/tokens/validate', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        code,
        ...(takeover ? { takeover } : {}),
        ...this.visitor,
      }),
    });
    if (!isAnswer(reply)) return { kind: 'unreachable' };
    if (reply.status !== 200) {
      if (reply.status === 401) this.log.sessionRefused();
      return { kind: 'refused', refusal: readRefusal(reply) };
    }
    const grant = readGrant(reply.body);
    if (!grant) return { kind: 'refused', refusal: { kind: 'failed' } };
    this.log.sessionCreated(grant.sessionId);
    return { kind: 'granted', grant };
  }

  /** Asks for the part of an event that everybody may see. */
  async preview(eventId: string): Promise<PreviewAnswer> {
    const reply = await this.call('/api/v1/content/playback-token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ contentId: eventId, preview: true }),
    });
    return isAnswer(reply) ? readPreviewAnswer(reply) : { kind: 'unreachable' };
  }

  async refresh(token: string): Promise<RefreshAnswer> {
    const reply = await this.playbackCall('/api/playback/refresh', token, 'POST');
    return isAnswer(reply) ? readRefresh(reply) : { kind: 'unreachable' };
  }

  async heartbeat(token: string): Promise<HeartbeatAnswer> {
    const reply = await this.playbackCall('/api/playback/heartbeat', token, 'POST');
    switch (reply?.status) {
      case 200:
        return 'alive';
      case 401:
      case 403:
        return 'unauthorised';
      case 404:
        return 'lost';
      case 409:
        return 'displaced';
      default:
        return 'unreachable';
    }
  }

  async status(eventId: string, token: string): Promise<StatusAnswer> {
    const path = `/api/events/${encodeURIComponent(eventId)}/status`;
    const reply = await this.playbackCall(path, token, 'GET');
    if (reply?.status === 401) return { kind: 'unauthorised' };
    const status = reply?.status === 200 ? readStatus(reply.body['status']) : undefined;
    if (!reply || !status) return { kind: 'unknown' };
    return { kind: 'status', status, startsAt: text(reply.body['startsAt']) ?? '' };
  }

  /** How far the viewer has come; undefined if that cannot be learnt. */
  async progress(token: string): Promise<WatchProgress | undefined> {
    const reply = await this.playbackCall(PROGRESS, token, 'GET');
    return reply?.status === 200 ? readProgress(reply.body) : undefined;
  }

  /** Reports how far the viewer has come. That it fails does not matter to the viewer. */
  async reportProgress(token: string, report: ProgressReport): Promise<void> {
    await this.playbackCall(PROGRESS, token, 'POST', report);
  }

  private async playbackCall(
    path: string,
    token: string,
    method: 'GET' | 'POST',
    content?: unknown,
  ): Promise<Reply | undefined> {
    const authorization = { Authorization: `Bearer ${token}` };
    const reply = await this.call(
      path,
      content === undefined
        ? { method, headers: authorization }
        : {
            method,
            headers: { ...authorization, 'Content-Type': 'application/json' },
            body: JSON.stringify(content),
          },
    );
    if (reply?.status !== 200) {
      const detail = text(reply?.body['error']) ?? 'no answer';
      this.log.failed({ status: reply?.status ?? 0, detail, hasToken: token !== '', url: path });
    }
    return reply;
  }

  private async call(path: string, request: RequestInit): Promise<Reply | undefined> {
    const abort = new AbortController();
    const cancelLimit = this.timers.after(LONGEST_CALL, () => abort.abort());
    try {
      const { signal } = abort;
      const response = await this.fetch(path, { ...request, signal, cache: 'no-store' });
      this.diary.note(`${request.method ?? 'GET'} ${path} ${response.status}`);
      const body: unknown = await response.json().catch(() => ({}));
      return {
        status: response.status,
        body: (typeof body === 'object' && body !== null ? body : {}) as Json,
        retryAfter: response.headers.get('Retry-After'),
      };
    } catch {
      this.diary.note(`${request.method ?? 'GET'} ${path} no answer`);
      return undefined;
    } finally {
      cancelLimit();
    }
  }
}
