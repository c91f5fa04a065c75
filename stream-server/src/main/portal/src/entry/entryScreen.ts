import type { Refusal } from '../api/answers';
import { button, element } from '../dom/element';
import { icon } from '../dom/icon';
import { contactLink } from '../shell/contactLink';
import type { Shell } from '../shell/shell';
import { every, type Cancel } from '../time/timers';
import { languageSwitch } from './languageSwitch';
import { refusalNotice, type RefusalNotice } from './refusalNotice';

/** What the viewer can do on the entry screen. */
export interface EntryActions {
  submit: (typed: string, takeover: boolean) => void;
}

const LONGEST_INPUT = 80;

/** The screen that asks for the code (Spec, portal §1). */
export class EntryScreen {
  private readonly root = element('main', { class: 'entry' });
  private readonly input: HTMLInputElement;
  private readonly message = element('p', { id: 'code-error', role: 'alert' });
  private readonly takeover = element('div', { class: 'takeover', hidden: '' });
  private readonly watch = element('button', { id: 'watch', class: 'primary', type: 'submit' });
  private refusal: Refusal | undefined;
  private cancelWait: Cancel = () => undefined;

  constructor(
    private readonly shell: Shell,
    private readonly actions: EntryActions,
  ) {
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
    this.input.addEventListener('input', () => this.clearRefusal());
  }

  /** Shows the screen, empty and ready for typing. */
  show(): void {
    this.render();
    this.input.value = '';
    this.clearRefusal();
    this.ready();
    this.shell.showScreen('entry', this.root);
    this.input.focus({ preventScroll: true });
  }

  /** Renews all words on the screen, after the language or the configuration has changed. */
  relabel(): void {
    this.render();
    if (!this.watch.disabled) this.ready();
    this.showRefusal();
  }

  /** Puts a code into the field, as a link does. */
  fill(code: string): void {
    this.input.value = code;
  }

  /** A request is under way. */
  sending(): void {
    this.clearRefusal();
    this.input.readOnly = true;
    this.watch.disabled = true;
    this.watch.dataset['phase'] = 'sending';
    this.watch.replaceChildren(icon('spinner'));
    this.watch.setAttribute('aria-label', this.shell.texts.text('entry.sending'));
    this.shell.announce(this.shell.texts.text('entry.sending'));
  }

  /** The code was accepted; the picture follows at once. */
  accepted(): void {
    this.watch.dataset['phase'] = 'accepted';
    this.watch.replaceChildren(icon('check'));
    this.watch.setAttribute('aria-label', this.shell.texts.text('entry.accepted'));
  }

  /** The code was refused. */
  refused(refusal: Refusal): void {
    this.ready();
    this.refusal = refusal;
    const notice = this.showRefusal();
    if (notice?.waitSeconds) this.countDown(notice.waitSeconds);
    this.input.focus({ preventScroll: true });
    this.input.select();
  }

  /** Leaves the screen's timers behind. */
  close(): void {
    this.cancelWait();
  }

  private render(): void {
    const { texts, config } = this.shell;
    this.input.setAttribute('aria-label', texts.text('entry.label'));
    const form = element(
      'form',
      { class: 'entry-form', novalidate: '' },
      this.input,
      this.message,
      this.takeover,
      element('p', { id: 'code-helper', class: 'helper' }, texts.text('entry.helper')),
      this.watch,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.watch.disabled) this.actions.submit(this.input.value.trim(), false);
    });
    const card = element(
      'section',
      { class: 'card' },
      element('p', { class: 'brand' }, config.appName),
      element('h1', {}, texts.text('entry.heading')),
      form,
      ...contactLink(config.supportContact, texts),
    );
    const footer = languageSwitch(this.shell, (language) => this.changeLanguage(language));
    this.root.replaceChildren(card, ...footer);
  }

  private changeLanguage(language: string): void {
    this.shell.chooseLanguage(language);
    this.relabel();
    this.root.querySelector<HTMLElement>('.languages [aria-pressed="true"]')?.focus();
  }

  private ready(): void {
    this.cancelWait();
    this.input.readOnly = false;
    this.watch.disabled = false;
    delete this.watch.dataset['phase'];
    this.watch.removeAttribute('aria-label');
    this.watch.textContent = this.shell.texts.text('entry.watch');
  }

  private showRefusal(): RefusalNotice | undefined {
    if (!this.refusal) return undefined;
    const { texts } = this.shell;
    const notice = refusalNotice(this.refusal, texts);
    this.message.textContent = notice.text;
    this.message.dataset['style'] = notice.style;
    this.input.setAttribute('aria-invalid', String(notice.style === 'error'));
    this.input.setAttribute('aria-describedby', 'code-error code-helper');
    this.takeover.hidden = !notice.offersTakeover;
    this.takeover.replaceChildren(
      button(
        { id: 'takeover', class: 'secondary' },
        () => this.actions.submit(this.input.value.trim(), true),
        texts.text('entry.takeover'),
      ),
      element('p', { class: 'helper' }, texts.text('entry.takeoverNote')),
    );
    return notice;
  }

  private clearRefusal(): void {
    this.refusal = undefined;
    this.message.textContent = '';
    delete this.message.dataset['style'];
    this.takeover.hidden = true;
    this.input.removeAttribute('aria-invalid');
    this.input.setAttribute('aria-describedby', 'code-helper');
  }

  private countDown(seconds: number): void {
    let left = seconds;
    const tell = () => {
      this.watch.textContent = this.shell.texts.counted('entry.tryAgainIn', left, {
        seconds: left,
      });
    };
    this.watch.disabled = true;
    tell();
    this.cancelWait = every(this.shell.timers, 1000, () => {
      left -= 1;
      if (left <= 0) this.ready();
      else tell();
    });
  }
}
