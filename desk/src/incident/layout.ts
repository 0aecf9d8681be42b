// A chain diagram's nodes and links in; where each stands on a drawing, in columns from the reports to the origins, out.
import type { Chain, ChainLink, ChainNode } from "../api/sheet";

export interface Placed extends ChainNode {
  x: number;
  y: number;
}

export interface Drawn extends ChainLink {
  path: string;
}

export interface Diagram {
  width: number;
  height: number;
  nodes: Placed[];
  links: Drawn[];
}

export const BOX = { width: 178, height: 38 };
const GAP = { x: 40, y: 10 };
const ROUNDS = 4;
/** Copies and shared paragraphs tie reports that stand beside each other; the others lead on. */
const ONWARD = new Set<ChainLink["kind"]>(["prints", "quotes", "counts-as"]);

export function layout(chain: Chain): Diagram {
  const ranks = ranked(chain);
  const columns = columnsOf(chain.nodes, ranks);
  for (let round = 0; round < ROUNDS; round++) for (const column of columns) untangle(column, chain.links, columns);
  const tallest = Math.max(1, ...columns.map((column) => column.length));
  const nodes = columns.flatMap((column, rank) => column.map((node, row) => place(node, rank, row, column.length, tallest)));
  const links = chain.links.flatMap((link) => draw(link, nodes));
  return { width: columns.length * (BOX.width + GAP.x) - GAP.x + 2, height: tallest * (BOX.height + GAP.y) - GAP.y + 2, nodes, links };
}

/** How many links a node stands away from the reports, at most; a circle of links ends the walk. Copies stand beside each other. */
function ranked(chain: Chain): Map<string, number> {
  const ranks = new Map(chain.nodes.map((node) => [node.id, 0]));
  const onward = chain.links.filter((link) => ONWARD.has(link.kind));
  for (let round = 0; round < chain.nodes.length; round++) {
    let moved = false;
    for (const link of onward) {
      const wanted = (ranks.get(link.from) ?? 0) + 1;
      if (wanted < chain.nodes.length && (ranks.get(link.to) ?? 0) < wanted) {
        ranks.set(link.to, wanted);
        moved = true;
      }
    }
    if (!moved) break;
  }
  const last = Math.max(0, ...ranks.values());
  for (const node of chain.nodes) if (node.kind === "origin") ranks.set(node.id, last);
  return ranks;
}

function columnsOf(nodes: ChainNode[], ranks: Map<string, number>): ChainNode[][] {
  const columns: ChainNode[][] = [];
  for (const node of nodes) (columns[ranks.get(node.id) ?? 0] ??= []).push(node);
  return columns.filter((column) => column !== undefined);
}

/** Sorts a column by the middle of its neighbours in other columns. */
function untangle(column: ChainNode[], links: ChainLink[], columns: ChainNode[][]): void {
  const heights = new Map(columns.flatMap((each) => each.map((node, row) => [node.id, (row + 0.5) / each.length] as const)));
  const middles = new Map(column.map((node) => [node.id, middle(node, links, heights)]));
  column.sort((a, b) => (middles.get(a.id) ?? 0) - (middles.get(b.id) ?? 0));
}

function middle(node: ChainNode, links: ChainLink[], heights: Map<string, number>): number {
  const near = links.flatMap((link) => (link.from === node.id ? [link.to] : link.to === node.id ? [link.from] : []));
  if (near.length === 0) return heights.get(node.id) ?? 0;
  return near.reduce((sum, id) => sum + (heights.get(id) ?? 0), 0) / near.length;
}

function place(node: ChainNode, rank: number, row: number, rows: number, tallest: number): Placed {
  const step = BOX.height + GAP.y;
  return { ...node, x: 1 + rank * (BOX.width + GAP.x), y: 1 + row * step + ((tallest - rows) * step) / 2 };
}

function draw(link: ChainLink, nodes: Placed[]): Drawn[] {
  const from = nodes.find((node) => node.id === link.from);
  const to = nodes.find((node) => node.id === link.to);
  if (!from || !to) return [];
  return [{ ...link, path: from.x === to.x ? beside(from, to) : across(from, to) }];
}

function across(from: Placed, to: Placed): string {
  const forward = from.x < to.x;
  const [x1, x2] = [from.x + (forward ? BOX.width : 0), to.x + (forward ? 0 : BOX.width)];
  const [y1, y2] = [from.y + BOX.height / 2, to.y + BOX.height / 2];
  const bend = (x2 - x1) / 2;
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

function beside(from: Placed, to: Placed): string {
  const x = from.x + BOX.width;
  const [y1, y2] = [from.y + BOX.height / 2, to.y + BOX.height / 2];
  const bend = Math.min(34, 14 + Math.abs(y2 - y1) / 8);
  return `M${x} ${y1}C${x + bend} ${y1} ${x + bend} ${y2} ${x} ${y2}`;
}
