// One incident laid out: the shape of the server's answer for an incident's page.
import type { Actor, Place } from "./shapes";

export interface Cell {
  words: string;
  low?: number | null;
  best?: number | null;
  high?: number | null;
  claim: string;
  also?: string[];
  measure?: string | null;
  differs: boolean;
  aside?: boolean;
  why: string | null;
  current: boolean;
}

export const ASPECTS = ["killed", "wounded", "other", "when", "where", "by", "against", "with", "stance"] as const;
export type Aspect = (typeof ASPECTS)[number];

export interface OriginRow {
  number: number;
  origin: string;
  role: string;
  counted: boolean;
  reason: string;
  reports: string[];
  claims: string[];
  cells: Record<Aspect, Cell[]>;
}

export interface ChainNode {
  id: string;
  name: string;
  role: string;
  kind: "report" | "outlet" | "agency" | "teller" | "origin";
  counted: boolean;
  report?: string | null;
  day?: string | null;
}

export interface ChainLink {
  from: string;
  to: string;
  kind: "prints" | "quotes" | "counts-as" | "copies" | "shares";
  text: string;
}

export interface Chain {
  nodes: ChainNode[];
  links: ChainLink[];
  collapsed: { origin: string; reports: string[]; reason: string }[];
}

export interface Estimate {
  measure: string;
  low: number | null;
  best: number | null;
  high: number | null;
  policy: string;
  rule: string;
  claims: string[];
  set_aside: { claim: string; why: string }[];
}

export interface Revision {
  measure: string;
  day: string | null;
  origin: string;
  low: number | null;
  best: number | null;
  high: number | null;
  claim: string;
  report: string;
  superseded: boolean;
  why: string | null;
}

export interface SheetPlace {
  name: string;
  lat: number | null;
  lon: number | null;
  radius_km: number | null;
  precision: number | null;
  claims: string[];
  chosen?: boolean;
}

export interface Position {
  says: string | null;
  of: string[];
  claims: string[];
}

export interface Dispute {
  kind: string;
  measure: string | null;
  about: string | null;
  text: string;
  positions: Position[];
}

export interface Quote {
  claim: string;
  report: string;
  outlet: string | null;
  title: string | null;
  published: string | null;
  url: string | null;
  start: number;
  end: number;
  text: string;
  text_sha256: string;
  original_sha256: string | null;
}

export interface IncidentRecord {
  id: string;
  happening: string;
  earliest: string | null;
  latest: string | null;
  place: Place | null;
  perpetrators: Actor[];
  targets: Actor[];
  killed: { low: number | null; best: number | null; high: number | null } | null;
  wounded: { low: number | null; best: number | null; high: number | null } | null;
  independent_sources: number;
  reports: string[];
  claims: string[];
  grade: string;
  grade_reason?: string | null;
}

export interface Sheet {
  id?: string;
  incident: IncidentRecord;
  rows: OriginRow[];
  chain: Chain;
  estimates: Estimate[];
  revisions: Revision[];
  places: SheetPlace[];
  disputes: Dispute[];
  credibility: { number: number; name?: string; reason: string } | null;
  quotes: Quote[];
}
