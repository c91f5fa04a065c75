import type { Preferences } from '../shell/preferences';

/** Whom playback tells what only a press of the viewer can bring. */
export interface PlaybackOffers {
  /** There is a picture, but no sound without a press. */
  sound: (offered: boolean) => void;
  /** Not even the picture moves without a press. */
  play: (offered: boolean) => void;
}

/**
 * Starts the picture and remembers what the viewer wants: playing or paused, loud or silent.
 * Silence forced by the browser is not remembered as the viewer's wish.
 */
export class Playback {
  private wantsToPlay = true;
  private hasPlayed = false;
  /** The pause under way is ours, not the viewer's. */
  private holding = false;
  private forcedSilent = false;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly preferences: Preferences,
    private readonly offers: PlaybackOffers,
  ) {
    video.volume = preferences.volume;
    video.muted = preferences.muted;
    video.addEventListener('loadedmetadata', () => void this.start());
    video.addEventListener('play', () => this.notePlay());
    video.addEventListener('playing', () => (this.hasPlayed = true));
    video.addEventListener('pause', () => this.notePause());
    video.addEventListener('volumechange', () => this.rememberVolume());
  }

  /** The picture stops because it must; it goes on by itself once there is media again. */
  hold(): void {
    if (this.video.paused) return;
    this.holding = true;
    this.video.pause();
  }

  /** Picture and sound on, from a press of the viewer. */
  play(): void {
    this.wantsToPlay = true;
    if (this.forcedSilent) this.unmute();
    this.video.play().catch((refusal: unknown) => this.noteRefusal(refusal));
  }

  private unmute(): void {
    this.forcedSilent = false;
    this.video.muted = false;
    this.offers.sound(false);
  }

  private notePlay(): void {
    this.wantsToPlay = true;
    this.offers.play(false);
  }

  private notePause(): void {
    if (!this.holding) this.wantsToPlay = this.video.ended;
    this.holding = false;
  }

  private async start(): Promise<void> {
    // Paused before there was anything to see: nobody can know that there is now.
    if (!this.wantsToPlay) return this.offers.play(!this.hasPlayed);
    try {
      await this.video.play();
    } catch (refusal) {
      if (isRefusedAutoplay(refusal) && !this.video.muted) await this.startSilently();
      else this.noteRefusal(refusal);
    }
  }

  private async startSilently(): Promise<void> {
    this.forcedSilent = true;
    this.video.muted = true;
    this.offers.sound(true);
    await this.video.play().catch((refusal: unknown) => this.noteRefusal(refusal));
  }

  private noteRefusal(refusal: unknown): void {
    if (!isRefusedAutoplay(refusal)) return;
    // One press brings both.
    this.offers.sound(false);
    this.offers.play(true);
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
