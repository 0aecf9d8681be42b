// The degrees between two lines of the map's grid and the lines themselves, for a zoom and what is in view.
import type { LatLngBounds, LatLngTuple } from "leaflet";

const STEPS = [30, 30, 30, 10, 10, 5, 5, 1, 1, 0.5, 0.25, 0.1, 0.05];

export interface GridLine {
  points: [LatLngTuple, LatLngTuple];
  text: string;
  /** Along a latitude; else down a longitude. */
  along: boolean;
}

export function grid(zoom: number, view: LatLngBounds): GridLine[] {
  const step = STEPS[Math.min(STEPS.length - 1, Math.floor(zoom))] ?? 30;
  const [south, north] = [Math.max(-85, view.getSouth()), Math.min(85, view.getNorth())];
  const [west, east] = [view.getWest(), view.getEast()];
  const lines: GridLine[] = [];
  for (const lat of between(south, north, step)) lines.push({ points: [[lat, west], [lat, east]], text: degrees(lat, "N", "S"), along: true });
  for (const lon of between(west, east, step)) lines.push({ points: [[south, lon], [north, lon]], text: degrees(lon, "E", "W"), along: false });
  return lines;
}

function* between(first: number, last: number, step: number): Generator<number> {
  for (let n = Math.ceil(first / step); n * step <= last; n++) yield n * step;
}

function degrees(value: number, more: string, less: string): string {
  const rounded = Math.round(Math.abs(value) * 100) / 100;
  return rounded === 0 ? "0°" : `${rounded}° ${value > 0 ? more : less}`;
}
