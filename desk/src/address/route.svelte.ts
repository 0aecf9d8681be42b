// The address bar in and out: which page is shown and with what view. Nothing that can be seen is kept elsewhere.
import type { Component } from "svelte";
import { coded, decoded } from "./coded";
import { pageAt, type Page } from "./pages";

class Route {
  path = $state(location.pathname);
  search = $state(location.search);
  page = $state.raw<Page>(pageAt(location.pathname));
  shown = $state.raw<Component | null>(null);
  query = $derived(new URLSearchParams(this.search));
  /** Whether this page was come to from another one of the desk: its heading then takes the focus. */
  arriving = false;

  /** Follows the address bar. A page of another kind is fetched first: path, query and page change together. */
  async read(): Promise<void> {
    const wanted = pageAt(location.pathname);
    const address = location.href;
    if (wanted !== this.page || this.shown === null) {
      const { default: shown } = await wanted.load();
      if (location.href !== address) return;
      this.shown = shown;
    }
    this.page = wanted;
    this.path = location.pathname;
    this.search = location.search;
  }
}

export const route = new Route();

/** Shows another address. A new page begins at its top with its heading in focus; a new view of the same page stays where it is. */
export function go(to: string, { replace = false }: { replace?: boolean } = {}): void {
  if (to === location.pathname + location.search) return;
  const before = location.pathname;
  if (replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  if (location.pathname !== before) begin();
  void route.read();
}

function begin(): void {
  route.arriving = true;
  window.scrollTo(0, 0);
  if (document.activeElement instanceof HTMLElement || document.activeElement instanceof SVGElement) document.activeElement.blur();
}

/** Takes over a plain click on a link to another page of the desk. */
export function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
  if (link.pathname.startsWith("/api/") || (link.hash && link.pathname === location.pathname)) return;
  event.preventDefault();
  go(link.pathname + link.search);
}

/** The rest of a path below a page, as `i-1` of `/incidents/i-1`. */
export function below(page: string): string {
  return decoded(route.path.slice(page.length + 1));
}

export function incidentAt(id: string): string {
  return `/incidents/${coded(id)}`;
}

/** A report, opened at some of its words where these are given. */
export function reportAt(id: string, start?: number | null, end?: number | null, claim?: string): string {
  const query = new URLSearchParams();
  if (typeof start === "number" && typeof end === "number") query.set("at", `${start}-${end}`);
  if (claim) query.set("claim", claim);
  return `/reports/${coded(id)}${query.size ? `?${query}` : ""}`;
}

/** The report that a claim's id begins with. */
export function reportOf(claim: string): string {
  return claim.slice(0, claim.lastIndexOf("#"));
}
