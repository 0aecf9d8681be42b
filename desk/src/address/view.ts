// The incidents that are wanted: from the address bar's query to a view and back, and to the server's query.

export const PAGE = 50;
const LISTS = ["kind", "side", "grade"] as const;
const SINGLES = ["q", "from", "to", "box", "contested", "single", "killed", "origins"] as const;
export type Listed = (typeof LISTS)[number];
export type Single = (typeof SINGLES)[number] | "sort" | "offset" | "bars" | "wide" | "at";

/** The query with one value set, or taken out where it is empty; a changed filter begins at the first row. */
export function withValue(query: URLSearchParams, name: Single, value: string | null): URLSearchParams {
  return withValues(query, { [name]: value });
}

export function withValues(query: URLSearchParams, values: Partial<Record<Single, string | null>>): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(values)) {
    if (value) next.set(name, value);
    else next.delete(name);
    if (isFilter(name) || name === "sort") next.delete("offset");
  }
  return next;
}

/** The query with a word of a list put in, or taken out where it was in. */
export function toggled(query: URLSearchParams, list: Listed, word: string): URLSearchParams {
  const next = new URLSearchParams(query);
  next.delete("offset");
  if (query.has(list, word)) next.delete(list, word);
  else next.append(list, word);
  return next;
}

export function cleared(query: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams();
  for (const [name, value] of query) if (!isFilter(name) && name !== "offset") next.append(name, value);
  return next;
}

export function filters(query: URLSearchParams): [name: string, value: string][] {
  return [...query].filter(([name]) => isFilter(name));
}

/** The width in degrees of a map's cells at a zoom. */
export function cellAt(zoom: number): number {
  return Number((50.6 / 2 ** zoom).toPrecision(3));
}

/** The zoom that an address asks for, or one from which half a continent is seen. */
export function zoomIn(query: URLSearchParams): number {
  return Number(query.get("at")?.split(",")[2] ?? 4);
}

/** `around` is the part of the map to give cells for, as a box; all of it where the map shows nothing yet. */
export function asked(query: URLSearchParams, cell: number, around: string | null): string {
  const wanted = new URLSearchParams(filters(query));
  wanted.set("sort", query.get("sort") ?? "when");
  wanted.set("offset", query.get("offset") ?? "0");
  wanted.set("limit", String(PAGE));
  wanted.set("cell", String(cell));
  if (around) wanted.set("view", around);
  return `/api/incidents?${wanted}`;
}

function isFilter(name: string): boolean {
  return (LISTS as readonly string[]).includes(name) || (SINGLES as readonly string[]).includes(name);
}
