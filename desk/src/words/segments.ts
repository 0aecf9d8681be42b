// A text, its marks and its passages in; pieces that lie under the same marks out. Offsets count code points, as the server's do.
import type { Mark, Passage } from "../api/shapes";

export interface Piece {
  start: number;
  end: number;
  text: string;
  marks: Mark[];
  grey: boolean;
}

export interface Block {
  start: number;
  kind: string;
  pieces: Piece[];
}

/** Paragraph by paragraph, each cut where a mark begins or ends. */
export function blocks(text: string, marks: Mark[], passages: Passage[]): Block[] {
  const letters = [...text];
  const cuts = new Set([0, letters.length]);
  for (const { start, end } of [...marks, ...passages]) cuts.add(start).add(end);
  const sorted = [...cuts].filter((cut) => cut >= 0 && cut <= letters.length).sort((a, b) => a - b);
  const byStart = marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const found: Block[] = [{ start: 0, kind: kindAt(0, passages), pieces: [] }];
  for (const [place, start] of sorted.slice(0, -1).entries()) {
    const end = sorted[place + 1] ?? start;
    const over = byStart.filter((mark) => mark.start <= start && mark.end >= end);
    const grey = passages.some((each) => each.boilerplate && each.start <= start && each.end >= end);
    lay(found, { start, end, text: letters.slice(start, end).join(""), marks: over, grey }, passages);
  }
  return found.filter((block) => block.pieces.some((piece) => piece.text.trim() !== ""));
}

/** The blocks as they are read: a headline that was given apart stands last in the text and comes first. */
export function headlineFirst(found: Block[], headline: [number, number] | null): Block[] {
  if (headline === null) return found;
  const [start] = headline;
  return [...found.filter((block) => block.start >= start), ...found.filter((block) => block.start < start)];
}

/** Puts a piece at the end; each line of it after the first begins a block. */
function lay(found: Block[], piece: Piece, passages: Passage[]): void {
  let start = piece.start;
  for (const [place, line] of piece.text.split("\n").entries()) {
    const end = start + [...line].length;
    if (place > 0) found.push({ start, kind: kindAt(start, passages), pieces: [] });
    if (line) found.at(-1)?.pieces.push({ ...piece, start, end, text: line });
    start = end + 1;
  }
}

function kindAt(start: number, passages: Passage[]): string {
  return passages.find((each) => each.start <= start && start < each.end)?.kind ?? "";
}
