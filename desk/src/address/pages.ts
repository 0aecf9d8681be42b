// A path in, the page that it names out. Each page but the first is a file of its own, fetched when it is first shown.
import * as incidents from "../incidents/IncidentsPage.svelte"; // where the desk begins: not fetched after the rest
import type { Component } from "svelte";
import { asked, cellAt, zoomIn } from "./view";

export interface Page {
  path: string;
  title: string;
  listed: boolean;
  load: () => Promise<{ default: Component }>;
  /** What the page will ask the server first, so that it can be asked before the page is there. */
  first?: (query: URLSearchParams) => string;
}

const INCIDENTS: Page = {
  path: "/incidents",
  title: "Incidents",
  listed: true,
  load: async () => incidents,
  first: (query) => asked(query, cellAt(zoomIn(query)), null),
};
const INCIDENT: Page = { path: "/incidents", title: "Incident", listed: false, load: () => import("../incident/IncidentPage.svelte") };
const REPORT: Page = { path: "/reports", title: "Report", listed: false, load: () => import("../report/ReportPage.svelte") };

export const PAGES: Page[] = [
  INCIDENTS,
  { path: "/reports", title: "Reports", listed: true, load: () => import("../reports/ReportsPage.svelte") },
  { path: "/review", title: "Review", listed: true, load: () => import("../review/ReviewPage.svelte") },
  { path: "/control", title: "Control", listed: true, load: () => import("../control/ControlPage.svelte") },
  { path: "/tallies", title: "Tallies", listed: true, load: () => import("../tallies/TalliesPage.svelte") },
  { path: "/add", title: "Add", listed: true, load: () => import("../add/AddPage.svelte") },
  { path: "/export", title: "Export", listed: true, load: () => import("../handing/ExportPage.svelte") },
];

const MISSING: Page = { path: "", title: "No such page", listed: false, load: () => import("../parts/Missing.svelte") };

export function pageAt(path: string): Page {
  if (path === "/") return INCIDENTS;
  if (path.startsWith("/incidents/")) return INCIDENT;
  if (path.startsWith("/reports/")) return REPORT;
  return PAGES.find((page) => page.path === path) ?? MISSING;
}
