import type { Refusal } from '../api/answers';
import { icon } from '../dom/icon';
import type { Shell } from '../shell/shell';
import { every, type Cancel } from '../time/timers';
import { EntryLayout } from './entryLayout';
import { refusalNotice } from './refusalNotice';

/** What the button under the field is doing. */
type Phase = 'ready' | 'sending' | 'accepted' | 'counting';

/** The screen that asks for the code (Spec, portal §1). */
export class EntryScreen {
  private readonly layout: EntryLayout;
  private refusal: Refusal | undefined;
  private phase: Phase = 'ready';
  private secondsLeft = 0;
  private cancelCount: Cancel = () => undefined;

  constructor(
    private readonly shell: Shell,
    submit: (typed: string, takeover: boolean) => void,
  ) {
    const send = (takeover: boolean) => {
      if (this.phase === 'ready') submit(this.layout.input.value.trim(), takeover);
    };
    this.layout = new EntryLayout({
      submit: () => send(false),
      takeOver: () => send(true),
      edited: () => this.setRefusal(undefined),
      chooseLanguage: (language) => this.chooseLanguage(language),
    });
  }

  /** Whether it is what the page shows. */
  get isShown(): boolean {
    return this.layout.root.isConnected;
  }

  /** Shows the screen, empty and ready for typing. */
  show(): void {
    this.layout.input.value = '';
    this.refusal = undefined;
    this.enter('ready');
    this.relabel();
    this.layout.input.focus({ preventScroll: true });
  }

  /** Renews all words on the screen, after the language or the configuration has changed. */
  relabel(): void {
    this.layout.relabel(this.shell);
    this.setRefusal(this.refusal);
    this.drawButton();
    this.shell.showScreen('entry', this.layout.root);
  }

  /** Puts a code into the field, as a link does. */
  fill(code: string): void {
    this.layout.input.value = code;
  }

  /** A request is under way. */
  sending(): void {
    this.setRefusal(undefined);
    this.enter('sending');
    this.shell.announce(this.shell.texts.text('entry.sending'));
  }

  /** The code was accepted; the picture follows at once. */
  accepted(): void {
    this.enter('accepted');
  }

  /** The code was refused. */
  refused(refusal: Refusal): void {
    this.shell.retract(this.shell.texts.text('entry.sending'));
    this.enter('ready');
    this.setRefusal(refusal);
    if (refusal.kind === 'tooMany') this.countDown(refusal.retryAfterSeconds);
    this.layout.input.focus({ preventScroll: true });
    this.layout.input.select();
  }

  /** Leaves nothing running behind. */
  close(): void {
    this.cancelCount();
  }

  private chooseLanguage(language: string): void {
    this.shell.chooseLanguage(language);
    this.relabel();
    this.layout.root.querySelector<HTMLElement>(`[data-language="${language}"]`)?.focus();
  }

  private enter(phase: Phase): void {
    this.cancelCount();
    this.phase = phase;
    this.layout.input.readOnly = phase === 'sending' || phase === 'accepted';
    this.drawButton();
  }

  private drawButton(): void {
    const { watch, helper } = this.layout;
    const { texts } = this.shell;
    const isAsking = this.phase === 'sending' || this.phase === 'accepted';
    helper.textContent = texts.text(isAsking ? 'entry.sending' : 'entry.helper');
    watch.disabled = this.phase !== 'ready';
    watch.dataset['phase'] = this.phase;
    watch.removeAttribute('aria-label');
    switch (this.phase) {
      case 'ready':
        watch.textContent = texts.text('entry.watch');
        return;
      case 'sending':
        watch.replaceChildren(icon('spinner'));
        watch.setAttribute('aria-label', texts.text('entry.sending'));
        return;
      case 'accepted':
        watch.replaceChildren(icon('check'));
        watch.setAttribute('aria-label', texts.text('entry.accepted'));
        return;
      case 'counting': {
        const seconds = this.secondsLeft;
        watch.textContent = texts.counted('entry.tryAgainIn', seconds, { seconds });
        return;
      }
    }
  }

  private setRefusal(refusal: Refusal | undefined): void {
    this.refusal = refusal;
    const { input, message, takeover } = this.layout;
    const notice = refusal && refusalNotice(refusal, this.shell.texts);
    const text = notice?.text ?? '';
    if (message.textContent !== text) message.textContent = text;
    message.dataset['style'] = notice?.style ?? 'none';
    takeover.hidden = !notice?.offersTakeover;
    input.setAttribute('aria-invalid', String(notice?.style === 'error'));
    input.setAttribute('aria-describedby', notice ? 'code-error code-helper' : 'code-helper');
  }

  private countDown(seconds: number): void {
    this.secondsLeft = seconds;
    this.enter('counting');
    this.cancelCount = every(this.shell.timers, 1000, () => {
      this.secondsLeft -= 1;
      if (this.secondsLeft <= 0) this.enter('ready');
      else this.drawButton();
    });
  }
}
