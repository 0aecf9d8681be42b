// Numbers in, what a reader sees out: `17 (12–19)`, `?` for an open end, nothing for nothing known.
import type { Figure } from "../api/shapes";

const GROUPED = new Intl.NumberFormat("en", { useGrouping: "min2" });

export function number(value: number): string {
  return GROUPED.format(value);
}

/** `17 (12–19)`; `3` where all agree; `3–?` where no best is known; "" where nothing is. */
export function range(figure: Figure | null | undefined): string {
  if (!figure) return "";
  const [low, best, high] = figure;
  if (low === null && best === null && high === null) return "";
  if (best === null) return `${end(low)}–${end(high)}`;
  if (low === best && high === best) return number(best);
  return `${number(best)} (${end(low)}–${end(high)})`;
}

function end(value: number | null): string {
  return value === null ? "?" : number(value);
}

/** The same for a listener: "17, between 12 and 19". */
export function spoken(figure: Figure): string {
  const [low, best, high] = figure;
  const least = low === null ? "an unknown number" : number(low);
  const most = high === null ? "an unknown number" : number(high);
  if (best !== null && low === best && high === best) return number(best);
  return `${best === null ? "no best figure" : number(best)}, between ${least} and ${most}`;
}

export function figureOf(parts: { low?: number | null; best?: number | null; high?: number | null } | null): Figure | null {
  if (!parts) return null;
  return [parts.low ?? null, parts.best ?? null, parts.high ?? null];
}

export function many(count: number, one: string, more: string = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : more}`;
}
