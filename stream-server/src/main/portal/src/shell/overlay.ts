import { element } from '../dom/element';

/** A dialog that covers a screen and says why it cannot go on. */
export interface OverlayParts {
  title: string;
  text: string;
  /** Buttons and links, in the order of importance; the first gets the focus. */
  choices: HTMLElement[];
}

/**
 * Covers `screen` with a dialog. What lies below can be neither reached nor read until the dialog
 * is closed.
 */
export class Overlay {
  private readonly root: HTMLElement;

  constructor(
    private readonly screen: HTMLElement,
    private readonly covered: HTMLElement,
    parts: OverlayParts,
  ) {
    this.root = element(
      'div',
      {
        id: 'overlay',
        role: 'alertdialog',
        'aria-modal': 'true',
        'aria-labelledby': 'overlay-title',
        'aria-describedby': 'overlay-text',
      },
      element(
        'div',
        { class: 'overlay-card' },
        element('h2', { id: 'overlay-title' }, parts.title),
        element('p', { id: 'overlay-text' }, parts.text),
        element('div', { class: 'choices' }, ...parts.choices),
      ),
    );
    this.root.addEventListener('keydown', (event) => this.keepFocus(event, parts.choices));
    covered.setAttribute('inert', '');
    covered.setAttribute('aria-hidden', 'true');
    screen.append(this.root);
    parts.choices[0]?.focus();
  }

  close(): void {
    this.covered.removeAttribute('inert');
    this.covered.removeAttribute('aria-hidden');
    this.root.remove();
    this.screen.focus();
  }

  // Older browsers do not know `inert`, so Tab is led around the choices by hand.
  private keepFocus(event: KeyboardEvent, choices: HTMLElement[]): void {
    if (event.key !== 'Tab' || choices.length === 0) return;
    const place = choices.indexOf(document.activeElement as HTMLElement);
    const step = event.shiftKey ? -1 : 1;
    choices[(place + step + choices.length) % choices.length]?.focus();
    event.preventDefault();
  }
}
