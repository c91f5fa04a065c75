import type { Grant, PortalConfig } from './api/answers';
import { admit, type AdmissionResult } from './entry/admission';
import { EntryScreen } from './entry/entryScreen';
import { readCodeLink } from './code/codeLink';
import type { PlayerLoader } from './playerLoader';
import { inTime, soon } from './session/configuration';
import { validatePatiently, type Verdict } from './session/validation';
import type { Visit, VisitClass, VisitNeeds } from './visit';

/** What the portal is wired from. */
export interface PortalNeeds extends Omit<VisitNeeds, 'back' | 'pageAddress'> {
  /** The server's configuration; undefined if it could not be had. */
  config: Promise<PortalConfig | undefined>;
  /** Loads the player, the heavier part of the page. */
  player: PlayerLoader<VisitClass>;
  /** Loads the page anew, with a code to go on with. */
  beginAnew: (code: string) => void;
  location: Location;
  history: History;
}

/** Longest time in milliseconds that a code waits for the player, without which it is not sent. */
const PLAYER_PATIENCE = 20_000;

/** Longest time in milliseconds that a code waits until the session before it has been released. */
const RELEASE_PATIENCE = 2000;

/** Time in milliseconds that the check mark is seen. */
const CHECK_MARK = 250;

/** The way from the code to the picture and back. There is at most one visit at a time. */
export class Portal {
  private readonly entry: EntryScreen;
  private visit: Visit | undefined;
  private lastCode: string | undefined;
  private busy = false;

  /** Counts what was submitted; only the newest counts. */
  private attempt = 0;

  constructor(private readonly needs: PortalNeeds) {
    this.entry = new EntryScreen(needs.shell, (typed, takeover) => {
      void this.submit(typed, takeover);
    });
  }

  /** Opens the entry screen, and uses the code of a ticket link if the address has one. */
  open(): void {
    this.entry.show();
    this.followLink();
    void this.needs.player.load();
    void this.needs.config.then((config) => this.configure(config));
  }

  /** Looks for a code in the address, uses it and takes it out of the address bar. */
  followLink(): void {
    const { location, history } = this.needs;
    const { code, address } = readCodeLink(location.href);
    if (code === undefined) return;
    history.replaceState(null, '', address);
    this.showEntry();
    this.entry.fill(code);
    void this.submit(code, false);
  }

  /** The page goes away, for good or into the browser's back/forward cache. */
  hide(): void {
    this.forget();
    this.visit?.leave();
    this.visit = undefined;
  }

  /** The page has come back from the cache: its session was released, so it asks again. */
  restore(): void {
    const code = this.lastCode;
    this.showEntry();
    if (code === undefined) return;
    this.entry.fill(code);
    void this.submit(code, false);
  }

  /** The device may have slept. */
  wake(): void {
    this.visit?.wake();
  }

  private configure(config: PortalConfig | undefined): void {
    if (!config) return;
    this.needs.shell.config = config;
    if (!this.visit) this.entry.relabel();
  }

  private async submit(typed: string, takeover: boolean): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.entry.sending();
    const attempt = ++this.attempt;
    const player = inTime(this.needs.player.load(), PLAYER_PATIENCE, this.needs.shell.timers);
    const result = await this.admit(typed, takeover, player).finally(() => {
      if (attempt === this.attempt) this.busy = false;
    });
    if (attempt !== this.attempt) return this.giveBack(result);
    if (result.kind === 'refused') return this.entry.refused(result.refusal);
    const VisitOf = await player; // there already, or no code would have been sent
    if (!VisitOf) return;
    this.entry.accepted();
    this.enter(VisitOf, result.grant, result.code);
  }

  /** A seat that was granted to somebody who has gone on meanwhile is free again. */
  private giveBack(result: AdmissionResult): void {
    if (result.kind === 'granted') this.needs.farewell.release(result.grant.playbackToken);
  }

  /** What is still being asked concerns nobody any more. */
  private forget(): void {
    this.attempt++;
    this.busy = false;
  }

  /** Whoever cannot get the player takes no seat. */
  private admit(
    typed: string,
    takeover: boolean,
    player: Promise<unknown>,
  ): Promise<AdmissionResult> {
    const { api, shell, clock, config, farewell } = this.needs;
    return admit(typed, takeover, {
      codeStyle: async () => (await soon(config, shell.timers))?.codeStyle ?? 'any',
      validate: async (code, isTakeover) => {
        if (!(await player)) return this.withoutPlayer(code);
        await inTime(farewell.settled(), RELEASE_PATIENCE, shell.timers);
        return validatePatiently(() => api.validate(code, isTakeover), shell.timers, clock);
      },
    });
  }

  /** The player cannot be had; if that is because the server has another one now, the page begins anew. */
  private async withoutPlayer(code: string): Promise<Verdict> {
    if (await this.needs.player.isOutdated()) this.needs.beginAnew(code);
    return { kind: 'refused', refusal: { kind: 'failed' } };
  }

  /** The visit exists from now on, so that whoever leaves during the check mark gives back the seat. */
  private enter(VisitOf: VisitClass, grant: Grant, code: string): void {
    this.hide();
    this.lastCode = code;
    const visit = new VisitOf(grant, code, {
      ...this.needs,
      back: () => this.showEntry(),
      pageAddress: this.needs.location.href,
    });
    this.visit = visit;
    this.needs.shell.timers.after(CHECK_MARK, () => {
      if (this.visit !== visit) return;
      this.entry.close();
      visit.begin();
    });
  }

  private showEntry(): void {
    this.hide();
    this.lastCode = undefined;
    this.entry.show();
  }
}
