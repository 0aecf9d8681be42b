// The kinds of marks of a report's text: what a reader calls them, which of several shows, what stands in the key.
import type { Mark } from "../api/shapes";

export const KINDS: Record<string, string> = {
  number: "Number",
  date: "Date",
  place: "Place",
  happening: "Happening",
  weapon: "Weapon",
  source: "Source",
  cue: "Word of saying",
  hedge: "Hedge",
  actor: "Actor",
  content: "What is said",
  claim: "Claim",
};
const ORDER = Object.keys(KINDS);

/** The kind by which a piece of text is shown: the most particular that lies over it. */
export function foremost(marks: Mark[]): string {
  return ORDER.find((kind) => marks.some((mark) => mark.kind === kind)) ?? "";
}

export function byParticularity(marks: Mark[]): Mark[] {
  return marks.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
