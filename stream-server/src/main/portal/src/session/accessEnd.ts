import type { Cancel, Now, Timers } from '../time/timers';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Time after the ticket's end during which nothing is cut off. */
export const GRACE = MINUTE;

const WARNING_LEAD = 15 * MINUTE;
const NOTICE_LEAD = 6 * HOUR;
const CHECK_PERIOD = 5000;

/** How long access still lasts, as the header tells it; nothing while there is plenty. */
export type AccessNotice = { unit: 'hours' | 'minutes'; amount: number };

/** The notice for so many remaining milliseconds. Rounds down, so that it never promises more. */
export function accessNotice(remaining: number): AccessNotice | undefined {
  if (remaining >= NOTICE_LEAD || remaining <= 0) return undefined;
  if (remaining >= HOUR) return { unit: 'hours', amount: Math.floor(remaining / HOUR) };
  return { unit: 'minutes', amount: Math.max(1, Math.floor(remaining / MINUTE)) };
}

/** Whom the watch tells. */
export interface AccessEndNeeds {
  /** End of the ticket's access in milliseconds since 1970; NaN means that it is not known. */
  endsAt: number;
  /** The server's clock. */
  now: Now;
  timers: Timers;
  notice: (notice: AccessNotice | undefined) => void;
  /** Fifteen minutes are left, or fewer. Told, with the number, until it was seen. */
  warning: (minutes: number) => boolean;
  /** The ticket's time and the grace are over. Told once. */
  over: () => void;
}

/** Watches the end of the ticket's access. */
export function watchAccessEnd(needs: AccessEndNeeds): Cancel {
  let cancel: Cancel = () => undefined;
  let warned = false;
  function check(): void {
    const remaining = needs.endsAt - needs.now();
    if (remaining <= -GRACE) return needs.over();
    needs.notice(accessNotice(remaining));
    if (remaining <= WARNING_LEAD && remaining > 0 && !warned) {
      warned = needs.warning(Math.ceil(remaining / MINUTE));
    }
    cancel = needs.timers.after(CHECK_PERIOD, check);
  }
  if (!Number.isNaN(needs.endsAt)) check();
  return () => cancel();
}
