// What the server's answers hold: the shapes of every record that the pages read. Days are ISO dates; null is "not known".

export type Figure = [low: number | null, best: number | null, high: number | null];

export interface Counted {
  name: string;
  count: number;
}

export interface Coded extends Counted {
  code: string;
}

export interface LedgerFacts {
  name: string;
  revision: string | number;
  linked: boolean;
  counts: { reports: number; claims: number; incidents: number };
  first: string | null;
  last: string | null;
  policy: string;
  facets: { kind: Coded[]; side: Counted[]; grade: { code: string; count: number }[]; country: Coded[] };
  forms: string[];
  credits: string[];
  token: string;
  fetching?: boolean;
  limits?: { upload_bytes: number; files: number };
  jobs?: Job[];
}

export interface IncidentRow {
  id: string;
  kind: string;
  kind_name: string;
  from: string | null;
  to: string | null;
  day_precision: number | null;
  place: string | null;
  country: string | null;
  lat: number | null;
  lon: number | null;
  radius_km: number | null;
  killed: Figure | null;
  wounded: Figure | null;
  by: string[];
  against: string[];
  origins: number;
  reports: number;
  grade: string;
  contested: number;
  total: boolean;
  summary: string;
}

export type Unit = "day" | "week" | "month" | "year";

export interface Bin {
  from: string;
  to: string;
  count: number;
  killed: number;
}

export interface MapCell {
  lat: number;
  lon: number;
  count: number;
  killed: number;
  id?: string | null;
}

export interface Incidents {
  revision: string | number;
  total: number;
  matching: number;
  undated: number;
  rows: IncidentRow[];
  timeline: { unit: Unit; bins: Bin[] };
  map: { cells: MapCell[]; unplaced: number };
  facets: { kind: Record<string, number>; side: Record<string, number>; grade: Record<string, number> };
}

export interface Teller {
  name: string;
  role: string;
  anonymous?: boolean;
}

export interface Place {
  name: string | null;
  text?: string;
  latitude: number | null;
  longitude: number | null;
  radius_km: number | null;
  precision: number | null;
  country: string | null;
}

export interface Actor {
  name: string;
  number?: number | null;
}

export interface Toll {
  measure: string;
  whom: string | null;
  low: number | null;
  best: number | null;
  high: number | null;
  text: string;
  cumulative: boolean;
  since: string | null;
}

export interface ClaimRecord {
  id: string;
  report: string;
  start: number;
  end: number;
  happening: string;
  stance: string;
  hedge: string | null;
  chain: Teller[];
  earliest: string | null;
  latest: string | null;
  date_basis: string | null;
  place: Place | null;
  perpetrators: Actor[];
  targets: Actor[];
  weapons: string[];
  tolls: Toll[];
  incident: string | null;
  quote: string;
  ruling: { ruling: string; by: string; note?: string } | null;
}

export interface Why {
  text: string;
  report?: string | null;
  start?: number | null;
  end?: number | null;
  because: Why[];
}

export interface Reports {
  total: number;
  rows: ReportRow[];
}

export interface ReportRow {
  id: string;
  title: string | null;
  outlet: string | null;
  published: string | null;
  url: string | null;
  language: string | null;
  characters: number;
  claims: number;
  words?: string | null;
}

export interface Mark {
  start: number;
  end: number;
  kind: string;
  label: string;
  text?: string;
  claim?: string | null;
  attribution?: number | string | null;
}

export interface Passage {
  start: number;
  end: number;
  kind: string;
  boilerplate: boolean;
}

export interface ReportPage extends Omit<ReportRow, "claims" | "characters"> {
  text: string;
  headline: [number, number] | null;
  marks: Mark[];
  passages: Passage[];
  claims: string[];
  issues: Issue[];
  original: { media_type: string; size: number; sha256: string } | null;
}

export interface Question {
  doubt: string;
  text: string;
  changes: Record<"killed" | "wounded" | "spread" | "incidents", number>;
  left: string;
  right: string | null;
  verdict: string;
  incidents: string[];
}

export interface Decision {
  number: number;
  kind: string;
  verdict: string | null;
  ruling: string | null;
  left: string | null;
  right: string | null;
  corrections: Record<string, string>;
  undoes: number | null;
  by: string;
  note: string;
  taken: string;
  /** The number of the decision that undid it. */
  undone: number | null;
}

export interface Job {
  id: string;
  kind: string;
  state: "waiting" | "running" | "done" | "failed";
  done: number;
  total: number | null;
  text: string;
  error?: { what: string; where?: string; mend?: string } | null;
  result?: ReadOutcome | null;
}

export interface Issue {
  code: string;
  message: string;
  report?: string | null;
  start?: number | null;
  end?: number | null;
  hint?: string | null;
}

/** What a reading took in; a linking gives the last three alone. */
export interface ReadOutcome {
  added?: number;
  replaced?: number;
  skipped?: number;
  failed?: number;
  reports?: string[];
  issues?: Issue[];
  claims?: number;
  incidents?: number;
}

export interface ExportForm {
  form: string;
  folder: boolean;
  cannot_hold: string;
}

export interface Exports {
  rows: ExportForm[];
  public_note: string;
  credits: string[];
}

export interface HeldPlace {
  name: string;
  id: string | null;
  lat: number | null;
  lon: number | null;
  stands: number;
}

export interface Stand {
  report: string;
  start: number;
  end: number;
  text: string;
  state: string;
  holder: { name: string };
  earliest: string | null;
  latest: string | null;
  chain: Teller[];
  stance: string;
  partly: boolean;
  claim: string | null;
}

export interface Held {
  place: string;
  lat: number | null;
  lon: number | null;
  holders: { name: string; stance: string; since: string | null; as_of: string | null; partly: boolean; origin: string | null; report: string; claim: string | null }[];
  contested: boolean;
}

export interface ControlMap {
  on: string;
  first: string | null;
  last: string | null;
  rows: Held[];
}

export interface Tally {
  claim: string;
  report: string;
  teller: string | null;
  by: string[];
  of: string[];
  measure: string;
  place: string | null;
  earliest: string | null;
  latest: string | null;
  stated: { low: number | null; best: number | null; high: number | null; text: string };
  held: { low: number | null; best: number | null; high: number | null };
  gap: number | null;
  standing: string;
  incidents: string[];
  open: string[];
}
