import type { Denial, EventStatus } from '../api/answers';

/** Why the viewer sees an overlay instead of the event. */
export type Closing = Denial | { kind: 'previewOver' };

/** How the stream itself is doing while the event is on. */
export type StreamState = 'opening' | 'missing' | 'running' | 'interrupted' | 'failed';

/** Where a viewer stands (Spec, portal §2.1). Times are milliseconds since 1970, server clock. */
export type Stage =
  | { at: 'waiting'; startsAt: number }
  | { at: 'playing'; live: boolean; stream: StreamState }
  | { at: 'finished' }
  | { at: 'closed'; closing: Closing };

/** What can happen to a viewer. */
export type Happening =
  | { type: 'status'; status: EventStatus; startsAt: number }
  | { type: 'stream'; state: 'missing' | 'running' | 'interrupted' | 'failed' }
  | { type: 'retried' }
  | { type: 'streamCompleted' }
  | { type: 'denied'; denial: Closing };

/** The stage a viewer begins on, right after validation. */
export function firstStage(status: EventStatus, startsAt: number): Stage {
  switch (status) {
    case 'not-started':
      return { at: 'waiting', startsAt };
    case 'live':
    case 'recording':
      return { at: 'playing', live: status === 'live', stream: 'opening' };
    case 'ended':
      return { at: 'finished' };
  }
}

/** The stage that follows. The same object comes back when nothing changes. */
export function nextStage(stage: Stage, happening: Happening): Stage {
  if (stage.at === 'closed' || stage.at === 'finished') return stage;
  switch (happening.type) {
    case 'denied':
      return { at: 'closed', closing: happening.denial };
    case 'status':
      return afterStatus(stage, happening.status, happening.startsAt);
    case 'stream':
      return stage.at === 'playing' ? afterStream(stage, happening.state) : stage;
    case 'retried':
      return stage.at === 'playing' ? { ...stage, stream: 'opening' } : stage;
    case 'streamCompleted':
      return stage.at === 'playing' && stage.live ? { ...stage, live: false } : stage;
  }
}

type Playing = Extract<Stage, { at: 'playing' }>;

function afterStream(stage: Playing, state: StreamState): Stage {
  // What was given up is only taken up again at the viewer's wish, whatever still trickles in.
  if (stage.stream === 'failed') return stage;
  // A recording without playlist is not about to start: it is treated like a broken stream.
  const stream = state === 'missing' && !stage.live ? 'failed' : state;
  return stream === stage.stream ? stage : { ...stage, stream };
}

function afterStatus(stage: Stage, status: EventStatus, startsAt: number): Stage {
  if (stage.at === 'playing') return whilePlaying(stage, status);
  if (stage.at === 'waiting' && status === 'not-started' && stage.startsAt === startsAt) {
    return stage;
  }
  return firstStage(status, startsAt);
}

function whilePlaying(stage: Playing, status: EventStatus): Stage {
  switch (status) {
    case 'live':
      return stage;
    case 'recording':
      return stage.live ? { ...stage, live: false } : stage;
    case 'ended':
      return stage.live ? { at: 'finished' } : stage;
    case 'not-started':
      // A sound check that pauses must not throw out who is already watching.
      return stage;
  }
}
