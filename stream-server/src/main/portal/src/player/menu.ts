import { button, element } from '../dom/element';
import { icon, type IconName } from '../dom/icon';

/** One line of a menu. */
export interface MenuItem {
  label: string;
  chosen: boolean;
  choose: () => void;
}

/**
 * A button that opens a list of which one line is chosen (WAI-ARIA APG, menu button). While there
 * is no choice to make, the button is hidden.
 */
export class Menu {
  readonly root: HTMLElement;
  private readonly opener: HTMLButtonElement;
  private readonly list = element('div', { role: 'menu', class: 'menu', hidden: '' });

  constructor(
    name: string,
    label: string,
    picture: IconName,
    private readonly items: () => MenuItem[],
    private readonly toggled: (open: boolean) => void,
  ) {
    const attributes = { class: 'quiet', 'aria-label': label, 'aria-haspopup': 'menu' };
    this.opener = button(
      { id: name, ...attributes, 'aria-expanded': 'false' },
      () => (this.isOpen ? this.close() : this.open()),
      icon(picture),
    );
    this.list.setAttribute('aria-label', label);
    this.root = element('div', { class: 'menu-place', hidden: '' }, this.opener, this.list);
    this.root.addEventListener('keydown', (event) => this.onKey(event));
    this.root.addEventListener('focusout', (event) => this.onFocusOut(event));
  }

  get isOpen(): boolean {
    return !this.list.hidden;
  }

  /** The lines have changed, or another one is chosen. */
  refresh(): void {
    const items = this.items();
    this.root.hidden = items.length < 2;
    if (this.root.hidden) this.close();
    const focused = this.lines().indexOf(document.activeElement as HTMLElement);
    this.list.replaceChildren(...items.map((item) => this.line(item)));
    this.lines()[focused]?.focus();
  }

  close(): void {
    if (!this.isOpen) return;
    const hadFocus = this.list.contains(document.activeElement);
    this.list.hidden = true;
    this.opener.setAttribute('aria-expanded', 'false');
    if (hadFocus) this.opener.focus();
    this.toggled(false);
  }

  private open(): void {
    this.refresh();
    this.list.hidden = false;
    this.opener.setAttribute('aria-expanded', 'true');
    this.toggled(true);
    const lines = this.lines();
    const chosen = lines.find((line) => line.getAttribute('aria-checked') === 'true');
    (chosen ?? lines[0])?.focus();
  }

  private line(item: MenuItem): HTMLElement {
    return button(
      { role: 'menuitemradio', 'aria-checked': String(item.chosen), tabindex: '-1' },
      () => {
        this.close(); // first: the focus is given back only by a line that is still there
        item.choose();
        this.refresh();
      },
      icon('check'),
      item.label,
    );
  }

  private lines(): HTMLElement[] {
    return [...this.list.children].filter((line) => line instanceof HTMLElement);
  }

  /** Keys that move in the menu do not drive the player as well. */
  private onKey(event: KeyboardEvent): void {
    if (!this.isOpen) return;
    const lines = this.lines();
    const place = lines.indexOf(document.activeElement as HTMLElement);
    const target = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') this.close();
    else if (target !== undefined) lines.at(target % lines.length)?.focus();
    else if (event.key !== ' ' && event.key !== 'Enter') return;
    event.stopPropagation();
    if (target !== undefined || event.key === 'Escape') event.preventDefault();
  }

  private onFocusOut(event: FocusEvent): void {
    if (!this.root.contains(event.relatedTarget as Node | null)) this.close();
  }
}
