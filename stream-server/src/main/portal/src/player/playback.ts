import type { Preferences } from '../shell/preferences';

/**
 * Starts the picture and remembers what the viewer wants: playing or paused, loud or silent.
 * Silence forced by the browser is not remembered as the viewer's wish.
 */
export class Playback {
  private wantsToPlay = true;
  /** The pause under way is ours, not the viewer's. */
  private holding = false;
  private forcedSilent = false;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly preferences: Preferences,
    private readonly offerSound: (offered: boolean) => void,
  ) {
    video.volume = preferences.volume;
    video.muted = preferences.muted;
    video.addEventListener('loadedmetadata', () => void this.start());
    video.addEventListener('play', () => (this.wantsToPlay = true));
    video.addEventListener('pause', () => this.notePause());
    video.addEventListener('volumechange', () => this.rememberVolume());
  }

  /** The picture stops because it must; it goes on by itself once there is media again. */
  hold(): void {
    if (this.video.paused) return;
    this.holding = true;
    this.video.pause();
  }

  /** Sound on, from a press of the viewer. */
  unmute(): void {
    this.forcedSilent = false;
    this.video.muted = false;
    this.offerSound(false);
  }

  private notePause(): void {
    if (!this.holding) this.wantsToPlay = this.video.ended;
    this.holding = false;
  }

  private async start(): Promise<void> {
    if (!this.wantsToPlay) return;
    try {
      await this.video.play();
    } catch (refusal) {
      if (isRefusedAutoplay(refusal) && !this.video.muted) await this.startSilently();
    }
  }

  private async startSilently(): Promise<void> {
    this.forcedSilent = true;
    this.video.muted = true;
    this.offerSound(true);
    await this.video.play().catch(() => {
      // Not even silent playback is allowed: the play button is there.
    });
  }

  private rememberVolume(): void {
    if (this.forcedSilent && this.video.muted) return;
    if (this.forcedSilent) this.unmute();
    this.preferences.volume = this.video.volume;
    this.preferences.muted = this.video.muted;
  }
}

function isRefusedAutoplay(refusal: unknown): boolean {
  return refusal instanceof DOMException && refusal.name === 'NotAllowedError';
}
