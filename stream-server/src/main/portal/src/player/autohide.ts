const MOUSE = '3';
const TOUCH = '6';
const NEVER = '-1';

/** Hides untouched controls: after 3 s, after a touch 6 s, and never while a menu is open. */
export class Autohide {
  private usual = MOUSE;
  private isHeld = false;

  constructor(private readonly controller: HTMLElement) {
    this.apply();
    const notice = (event: PointerEvent): void => {
      this.usual = event.pointerType === 'touch' ? TOUCH : MOUSE;
      this.apply();
    };
    controller.addEventListener('pointerdown', notice, { capture: true });
  }

  /** Keeps the controls, or lets them go. */
  hold(isHeld: boolean): void {
    this.isHeld = isHeld;
    this.apply();
  }

  private apply(): void {
    this.controller.setAttribute('autohide', this.isHeld ? NEVER : this.usual);
  }
}
