import type { Diary } from '../api/diary';
import { MediaAddress } from '../player/mediaAddress';
import { MediaRecovery } from '../player/mediaRecovery';
import { PlayerScreen } from '../player/playerScreen';
import { StreamFactory } from '../player/streamFactory';
import type { Stage } from '../session/stage';
import type { Shell } from '../shell/shell';
import type { Now } from '../time/timers';
import type { ServerClock } from '../time/serverClock';
import type { Preview } from './preview';
import { PreviewViewing, type PreviewFace } from './previewViewing';

/** What a look at a preview is wired from. */
export interface PreviewVisitNeeds {
  shell: Shell;
  fetch: typeof globalThis.fetch;
  diary: Diary;
  now: Now;
  clock: ServerClock;
  /** Origin of the media side. */
  mediaOrigin: string;
  pageAddress: string;
  back: () => void;
}

/** A look at a preview: joins it with the player. It tells the server nothing and asks it nothing. */
export class PreviewVisit implements PreviewFace {
  private readonly viewing: PreviewViewing;
  private readonly recovery: MediaRecovery;
  private readonly player: PlayerScreen;
  private failed = false;

  constructor(preview: Preview, needs: PreviewVisitNeeds) {
    const { shell, now, clock, diary } = needs;
    diary.visit(preview.sessionId, preview.eventId);
    this.viewing = new PreviewViewing(preview, this, {
      timers: shell.timers,
      serverNow: clock.time,
    });
    const { viewing } = this;
    this.recovery = new MediaRecovery({
      currentToken: () => preview.token,
      renew: () => viewing.renew(),
      interrupted: () => viewing.happen({ type: 'stream', state: 'interrupted' }),
      restored: () => viewing.happen({ type: 'stream', state: 'running' }),
      failed: () => viewing.happen({ type: 'stream', state: 'failed' }),
      timers: shell.timers,
      now,
    });
    this.player = this.screen(preview, needs);
  }

  begin(): void {
    this.viewing.begin();
  }

  wake(): void {
    this.viewing.wake();
    if (this.failed) this.retry();
    else this.recovery.hurry();
  }

  leave(): void {
    this.viewing.stop();
    this.player.close();
  }

  show(stage: Stage): void {
    this.failed = stage.at === 'playing' && stage.stream === 'failed';
    if (stage.at === 'playing') this.player.showPlaying(stage);
    if (stage.at === 'closed') this.player.showClosed(stage);
  }

  openStream(): void {
    void this.player.openStream();
  }

  private retry(): void {
    this.recovery.reset();
    this.viewing.happen({ type: 'retried' });
  }

  private screen(preview: Preview, needs: PreviewVisitNeeds): PlayerScreen {
    const { shell, fetch, diary, now, back } = needs;
    const { recovery, viewing } = this;
    const { timers } = shell;
    const address = new MediaAddress(needs.mediaOrigin, preview.streamPath, needs.pageAddress);
    const loading = { token: () => viewing.token(), recovery, address, fetch, timers, now };
    // A cookie would be that of a ticket, which has nothing to do with this.
    const streams = new StreamFactory({ ...loading, mayUseCookie: false }, () => ({}));
    return new PlayerScreen({
      shell,
      grant: {
        event: { title: shell.config.appName, posterUrl: null },
        watermark: undefined,
        captions: [],
      },
      badge: () => 'preview',
      stream: (video, listener) => streams.best(video, listener),
      portableStream: (video, listener) => streams.portable(video, listener),
      readCaptions: (path) => streams.text(path),
      resumePoint: () => Promise.resolve(undefined),
      watched: (video) => {
        video.addEventListener('ended', () => viewing.finish());
        return () => undefined;
      },
      happen: (happening) => viewing.happen(happening),
      note: (what) => diary.note(what),
      retry: () => this.retry(),
      back,
      now,
    });
  }
}
