import type { Grant, PortalConfig } from './api/answers';
import { admit, type AdmissionResult } from './entry/admission';
import { EntryScreen } from './entry/entryScreen';
import { readPageLink, type PreviewLink } from './pageLink';
import type { PlayerLoader } from './playerLoader';
import { openPreview, type PreviewOpening } from './preview/previewDoor';
import { showPlaybackError, showRestricted } from './preview/previewNotices';
import { inTime, soon } from './session/configuration';
import { validatePatiently, type Verdict } from './session/validation';
import type { Player, Visit, VisitNeeds } from './visit';

/** What the portal is wired from. */
export interface PortalNeeds extends Omit<VisitNeeds, 'back' | 'pageAddress'> {
  /** The server's configuration; undefined if it could not be had. */
  config: Promise<PortalConfig | undefined>;
  /** Loads the player, the heavier part of the page. */
  player: PlayerLoader<Player>;
  /** Loads the page anew, with a code to go on with. */
  beginAnew: (code: string) => void;
  /** The only event this page may show, if it is bound to one. */
  onlyEvent: string | undefined;
  location: Location;
  history: History;
}

/** Longest time in milliseconds that a code or a preview waits for what it cannot do without. */
const PLAYER_PATIENCE = 20_000;

/** Longest time in milliseconds that a code waits until the session before it has been released. */
const RELEASE_PATIENCE = 2000;

/** Time in milliseconds that the check mark is seen. */
const CHECK_MARK = 250;

/** Somebody watches, with a ticket or a preview. */
type Stay = Pick<Visit, 'begin' | 'wake' | 'leave'>;

/** The way from the code to the picture and back. There is at most one visit at a time. */
export class Portal {
  private readonly entry: EntryScreen;
  private visit: Stay | undefined;
  private busy = false;

  /** Does once more what led to the visit. */
  private again: (() => void) | undefined;

  /** Counts what was submitted; only the newest counts. */
  private attempt = 0;

  constructor(private readonly needs: PortalNeeds) {
    this.entry = new EntryScreen(needs.shell, (typed, takeover) => {
      void this.submit(typed, takeover);
    });
  }

  /** Opens what the address asks for: the entry screen, with a code maybe, or a preview. */
  open(): void {
    const { link } = readPageLink(this.needs.location.href);
    if (link.to === 'entry') this.entry.show();
    else if (link.to === 'preview') void this.openPreview(link);
    else this.followLink();
    void this.needs.player.load();
    void this.needs.config.then((config) => this.configure(config));
  }

  /** Looks for a code or a token in the address, uses it and takes it out of the address bar. */
  followLink(): void {
    const { location, history } = this.needs;
    const { link, address } = readPageLink(location.href);
    if (link.to !== 'code' && link.to !== 'staffPreview') return;
    history.replaceState(null, '', address);
    if (link.to === 'code') this.useCode(link.code);
    else void this.openPreview(link);
  }

  /** The page goes away, for good or into the browser's back/forward cache. */
  hide(): void {
    this.forget();
    this.visit?.leave();
    this.visit = undefined;
  }

  /** The page has come back from the cache: its session was released, so it asks again. */
  restore(): void {
    const { again } = this;
    this.showEntry();
    again?.();
  }

  /** The device may have slept. */
  wake(): void {
    this.visit?.wake();
  }

  private configure(config: PortalConfig | undefined): PortalConfig | undefined {
    if (!config) return undefined;
    this.needs.shell.config = config;
    if (this.entry.isShown) this.entry.relabel();
    return config;
  }

  private useCode(code: string): void {
    this.showEntry();
    this.entry.fill(code);
    void this.submit(code, false);
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
    const parts = await player; // there already, or no code would have been sent
    if (!parts) return;
    this.entry.accepted();
    this.enter(parts, result.grant, result.code);
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
  private enter(player: Player, grant: Grant, code: string): void {
    this.hide();
    this.again = () => this.useCode(code);
    const visit = new player.Visit(grant, code, {
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

  /** Whatever is on the page stays until it is known what the link opens. */
  private async openPreview(link: PreviewLink): Promise<void> {
    this.hide();
    const again = () => void this.openPreview(link);
    const { api, player, shell, config, clock, onlyEvent } = this.needs;
    const { attempt } = this;
    const opening = await openPreview(link, {
      ask: (eventId) => api.preview(eventId),
      config: inTime(config, PLAYER_PATIENCE, shell.timers).then((told) => this.configure(told)),
      player: inTime(player.load(), PLAYER_PATIENCE, shell.timers),
      onlyEvent,
      serverNow: clock.time,
    });
    if (attempt !== this.attempt) return;
    const back = () => this.showEntry();
    switch (opening.kind) {
      case 'open':
        this.again = again;
        return this.look(opening, back);
      case 'restricted':
        return showRestricted(shell, opening.why, back);
      case 'failed':
        return showPlaybackError(shell, opening.why, { retry: again, back });
    }
  }

  private look(
    { preview, mediaOrigin, player }: Extract<PreviewOpening<Player>, { kind: 'open' }>,
    back: () => void,
  ): void {
    const pageAddress = this.needs.location.href;
    this.visit = new player.PreviewVisit(preview, {
      ...this.needs,
      mediaOrigin,
      pageAddress,
      back,
    });
    this.visit.begin();
  }

  private showEntry(): void {
    this.hide();
    this.again = undefined;
    this.entry.show();
  }
}
