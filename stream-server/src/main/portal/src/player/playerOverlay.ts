import { button } from '../dom/element';
import type { Closing } from '../session/stage';
import { contactLink } from '../shell/contactLink';
import { Overlay, type OverlayParts } from '../shell/overlay';
import type { Shell } from '../shell/shell';
import { closingContent } from './overlayContent';

/** The overlays of the player: at most one at a time, over the paused picture. */
export class PlayerOverlay {
  private overlay: Overlay | undefined;

  constructor(
    private readonly shell: Shell,
    private readonly screen: HTMLElement,
    private readonly covered: HTMLElement,
    private readonly back: () => void,
  ) {}

  get isOpen(): boolean {
    return this.overlay !== undefined;
  }

  /** Access has ended. */
  showClosing(closing: Closing): void {
    const { texts, config } = this.shell;
    const { enter, ...words } = closingContent(closing, texts);
    const another = button({ id: 'enter-another', class: 'primary' }, this.back, enter);
    const contact = contactLink(config.supportContact, texts);
    this.open({
      ...words,
      choices: [another, this.backButton(), ...contact],
    });
  }

  /** The stream cannot be had. */
  showFailure(retry: () => void): void {
    const { texts } = this.shell;
    const again = button({ id: 'retry', class: 'primary' }, retry, texts.text('control.tryAgain'));
    this.open({
      title: texts.text('overlay.title.playback'),
      text: texts.text('stream.failed'),
      choices: [again, this.backButton()],
    });
  }

  close(): void {
    this.overlay?.close();
    this.overlay = undefined;
  }

  private open(parts: OverlayParts): void {
    this.close();
    this.shell.announce(parts.text);
    this.overlay = new Overlay(this.screen, this.covered, parts);
  }

  private backButton(): HTMLElement {
    const label = this.shell.texts.text('control.back');
    return button({ id: 'overlay-back', class: 'secondary' }, this.back, label);
  }
}
