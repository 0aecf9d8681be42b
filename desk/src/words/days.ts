// ISO days in, short dates for people and positions on an axis of days out.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY_MS = 86_400_000;

/** "6 May 2024"; "6–9 May 2024" for days of one month; "May 2024" and "2024" for all of one; "by 11 May 2024" where no
    first day is known. */
export function days(from: string | null, to: string | null): string {
  if (!from && !to) return "";
  if (!from) return `by ${day(to as string)}`;
  if (!to) return `from ${day(from)}`;
  if (from === to) return day(from);
  const [a, b] = [from.split("-"), to.split("-")];
  const whole = a[0] === b[0] && a[2] === "01" && dayOf(dayNumber(to) + 1).endsWith("-01");
  if (whole && a[1] === "01" && b[1] === "12") return a[0] ?? "";
  if (whole && a[1] === b[1]) return `${month(a)} ${a[0]}`;
  if (a[0] !== b[0]) return `${day(from)} – ${day(to)}`;
  if (a[1] !== b[1]) return `${Number(a[2])} ${month(a)} – ${day(to)}`;
  return `${Number(a[2])}–${day(to)}`;
}

/** "6 May 2024". A moment is shown as its day. */
export function day(iso: string): string {
  const parts = iso.slice(0, 10).split("-");
  return parts.length === 3 ? `${Number(parts[2])} ${month(parts)} ${parts[0]}` : iso;
}

function month(parts: string[]): string {
  return MONTHS[Number(parts[1]) - 1] ?? "";
}

/** Days since 1970, for an axis. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY_MS);
}

export function dayOf(count: number): string {
  return new Date(Math.round(count) * DAY_MS).toISOString().slice(0, 10);
}

export interface Tick {
  at: number;
  text: string;
}

/** At most `most` ticks between two days (counted since 1970), at the starts of days, months or years. */
export function ticks(first: number, last: number, most: number): Tick[] {
  const span = Math.max(1, last - first);
  if (span <= most * 20) return dayTicks(first, last, Math.max(1, Math.ceil(span / most)));
  const months = monthStarts(first, last);
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((each) => months.length / each <= most) ?? 600;
  return months.filter((each) => each.index % step === 0).map(({ at, text }) => ({ at, text }));
}

function dayTicks(first: number, last: number, step: number): Tick[] {
  const found: Tick[] = [];
  for (let at = first; at <= last; at += step) found.push({ at, text: day(dayOf(at)).slice(0, -5) });
  return found;
}

function monthStarts(first: number, last: number): (Tick & { index: number })[] {
  const found: (Tick & { index: number })[] = [];
  const start = new Date(first * DAY_MS);
  for (let index = start.getUTCFullYear() * 12 + start.getUTCMonth(); ; index++) {
    const at = Date.UTC(Math.floor(index / 12), index % 12, 1) / DAY_MS;
    if (at > last) return found;
    if (at >= first) found.push({ at, index, text: monthText(index) });
  }
}

function monthText(index: number): string {
  const year = String(Math.floor(index / 12));
  return index % 12 === 0 ? year : `${MONTHS[index % 12]} ${year}`;
}
