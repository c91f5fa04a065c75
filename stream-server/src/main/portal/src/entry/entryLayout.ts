import { button, element } from '../dom/element';
import { brand } from '../shell/brand';
import { contactLink } from '../shell/contactLink';
import type { Shell } from '../shell/shell';
import { languageSwitch } from './languageSwitch';

const LONGEST_INPUT = 80;

/** What the elements of the entry screen do. */
export interface EntryLayoutActions {
  submit: () => void;
  takeOver: () => void;
  edited: () => void;
  chooseLanguage: (language: string) => void;
}

/**
 * The elements of the entry screen. They are made once and only renamed afterwards, so that the
 * field keeps focus and keyboard when language or configuration change.
 */
export class EntryLayout {
  readonly root = element('main', { class: 'entry' });
  readonly input: HTMLInputElement;
  readonly message = element('p', { id: 'code-error', role: 'alert' });
  readonly takeover: HTMLElement;
  readonly watch = element('button', { id: 'watch', class: 'primary', type: 'submit' });
  private readonly brand = brand('');
  private readonly heading = element('h1');
  readonly helper = element('p', { id: 'code-helper', class: 'helper' });
  private readonly takeoverButton: HTMLButtonElement;
  private readonly takeoverNote = element('p', { class: 'helper' });
  private readonly contact = element('div', { class: 'contact-place' });
  private readonly footer = element('footer');

  constructor(private readonly actions: EntryLayoutActions) {
    this.input = element('input', {
      id: 'code',
      name: 'code',
      type: 'text',
      maxlength: String(LONGEST_INPUT),
      autocomplete: 'off',
      autocapitalize: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
      enterkeyhint: 'go',
    });
    this.input.addEventListener('input', actions.edited);
    this.takeoverButton = button({ id: 'takeover', class: 'secondary' }, actions.takeOver);
    this.takeover = element(
      'div',
      { class: 'takeover', hidden: '' },
      this.takeoverButton,
      this.takeoverNote,
    );
    const form = element(
      'form',
      { class: 'entry-form', novalidate: '' },
      this.input,
      this.helper,
      this.message,
      this.takeover,
      this.watch,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      actions.submit();
    });
    const card = element(
      'section',
      { class: 'card' },
      this.brand,
      this.heading,
      form,
      this.contact,
    );
    this.root.append(card, this.footer);
  }

  /** Names everything in the shell's language, by the shell's configuration. */
  relabel(shell: Shell): void {
    const { texts, config } = shell;
    this.brand.lastElementChild?.replaceChildren(config.appName);
    this.heading.textContent = texts.text('entry.heading');
    this.input.setAttribute('aria-label', texts.text('entry.label'));
    this.takeoverButton.textContent = texts.text('entry.takeover');
    this.takeoverNote.textContent = texts.text('entry.takeoverNote');
    this.contact.replaceChildren(...contactLink(config.supportContact, texts));
    this.footer.replaceChildren(...languageSwitch(shell, this.actions.chooseLanguage));
  }
}
