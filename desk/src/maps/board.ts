// An element in, a map in it out: outlines, grid, points and circles, all on one canvas. The only module that knows Leaflet.
import L from "leaflet";
import "leaflet/dist/leaflet.css";
import "./board.css";
import { CREDIT, outlines } from "./basemap";
import { grid } from "./grid";

export interface Point {
  lat: number;
  lon: number;
  label: string;
  count?: number;
  name?: string;
  id?: string | null;
  warn?: boolean;
  radius_km?: number | null;
}

export interface Seen {
  zoom: number;
  at: string;
  box: string;
  /** The box and as much again on each side, in steps that a small move does not leave. */
  around: string | null;
}

export interface Wanted {
  moved: (seen: Seen, byHand: boolean) => void;
  picked: (point: Point) => void;
}

const FINE_FROM_ZOOM = 4;
const MOST_NAMED = 120;
/** Incidents up to which a point stays small. */
const FEW = 20;

export class Board {
  #map: L.Map;
  #land = L.layerGroup();
  #lines = L.layerGroup();
  #dots = L.layerGroup();
  #watch: ResizeObserver;
  #detailed: boolean | null = null;
  #points: Point[] = [];
  #byHand = false;

  constructor(private host: HTMLElement, private wanted: Wanted) {
    this.#map = new Chart(host, {
      preferCanvas: true,
      renderer: new Canvas({ padding: 0.3 }),
      center: [20, 10],
      zoom: 1,
      minZoom: 1,
      maxZoom: 12,
      maxBounds: [[-86, -540], [86, 540]],
      zoomSnap: 1,
      fadeAnimation: false,
    });
    this.#map.attributionControl.setPrefix(false).addAttribution(CREDIT);
    new FitControl(() => this.fit(this.#points)).addTo(this.#map);
    L.control.scale({ imperial: false, maxWidth: 90 }).addTo(this.#map);
    for (const layer of [this.#lines, this.#land, this.#dots]) layer.addTo(this.#map);
    this.#map.on("moveend", () => this.#moved());
    this.#map.on("zoomend", () => this.show(this.#points));
    this.#watch = new ResizeObserver(() => this.#map.invalidateSize({ pan: false }));
    this.#watch.observe(host);
    for (const act of ["pointerdown", "wheel", "keydown"]) host.addEventListener(act, () => (this.#byHand = true), { passive: true });
    void this.#draw();
  }

  show(points: Point[]): void {
    this.#points = points;
    this.#dots.clearLayers();
    const most = Math.max(1, ...points.map((point) => point.count ?? 1));
    const named = this.#withRoom(points.filter((point) => this.#named(point)));
    for (const point of points) this.#circle(point);
    for (const point of points) this.#dot(point, most, named.has(point));
  }

  /** Looks at the points, and no nearer than where a town's surroundings can be seen. */
  fit(points: Point[]): void {
    if (points.length === 0) return;
    const bounds = L.latLngBounds(points.flatMap(corners));
    this.#map.fitBounds(bounds, { padding: [28, 28], maxZoom: 8, animate: false });
  }

  look(at: string): void {
    const [lat, lon, zoom] = at.split(",").map(Number);
    if ([lat, lon, zoom].every(Number.isFinite)) this.#map.setView([lat ?? 0, lon ?? 0], zoom ?? 1, { animate: false });
  }

  lookAtBox(box: string): void {
    const [west, south, east, north] = box.split(",").map(Number);
    if (west === undefined || south === undefined || east === undefined || north === undefined) return;
    this.#map.fitBounds([[south, west], [north, east]], { animate: false });
  }

  /** Draws anew in the colours of now. */
  restyle(): void {
    this.#detailed = null;
    void this.#draw();
    this.show(this.#points);
  }

  remove(): void {
    this.#watch.disconnect();
    this.#map.remove();
  }

  #moved(): void {
    void this.#draw();
    const { lat, lng } = this.#map.getCenter();
    const zoom = this.#map.getZoom();
    const seen = { zoom, at: [lat.toFixed(3), lng.toFixed(3), zoom].join(","), box: boxOf(this.#map.getBounds()), around: zoom < FINE_FROM_ZOOM ? null : boxOf(stepped(this.#map.getBounds())) };
    this.wanted.moved(seen, this.#byHand);
    this.#byHand = false;
  }

  async #draw(): Promise<void> {
    this.#drawGrid();
    const detailed = this.#map.getZoom() >= FINE_FROM_ZOOM;
    if (detailed === this.#detailed) return;
    this.#detailed = detailed;
    const countries = await outlines(detailed);
    if (this.#detailed !== detailed) return;
    const style = { color: this.#colour("--shore"), weight: 0.8, fillColor: this.#colour("--land"), fillOpacity: 1 };
    this.#land.clearLayers().addLayer(L.geoJSON(countries, { style: () => style, interactive: false }));
    this.show(this.#points);
  }

  #drawGrid(): void {
    this.#lines.clearLayers();
    const style = { color: this.#colour("--grid"), weight: 1, interactive: false };
    for (const line of grid(this.#map.getZoom(), this.#map.getBounds())) {
      this.#lines.addLayer(L.polyline(line.points, style).bringToBack());
      this.#lines.addLayer(L.tooltip(line.along ? ALONG : DOWN).setLatLng(line.points[1]).setContent(words(line.text)));
    }
  }

  #circle(point: Point): void {
    if (!point.radius_km) return;
    const color = this.#colour(point.warn ? "--dot-warn" : "--dot");
    const shape = { radius: point.radius_km * 1000, color, weight: 1, dashArray: "4 4", fillOpacity: 0.08, interactive: false };
    this.#dots.addLayer(L.circle([point.lat, point.lon], shape));
  }

  /** The points whose names stand clear of those named before them; the others are named under the pointer. */
  #withRoom(points: Point[]): Set<Point> {
    const taken: L.Bounds[] = [];
    const clear = points.filter((point) => {
      const { x, y } = this.#map.latLngToContainerPoint([point.lat, point.lon]);
      const lines = Math.ceil(((point.name ?? "").length * LETTER) / WIDEST_NAME);
      const wide = Math.min(WIDEST_NAME, (point.name ?? "").length * LETTER);
      const box = L.bounds([x, y - (lines * LINE) / 2], [x + wide, y + (lines * LINE) / 2]);
      if (taken.some((other) => other.overlaps(box))) return false;
      taken.push(box);
      return true;
    });
    return new Set(clear);
  }

  #dot(point: Point, most: number, named: boolean): void {
    const color = this.#colour(point.warn ? "--dot-warn" : "--dot");
    const count = point.count ?? 1;
    const radius = 5 + 13 * Math.sqrt((count - 1) / Math.max(FEW, most - 1));
    const dot = L.circleMarker([point.lat, point.lon], { radius, color, weight: 1.5, fillColor: color, fillOpacity: count > 1 ? 0.35 : 0.7 });
    dot.on("click", () => this.wanted.picked(point));
    dot.bindTooltip(words(point.name ?? point.label), named ? NAMED : HOVERED);
    this.#dots.addLayer(dot);
  }

  #named(point: Point): boolean {
    return point.name !== undefined && this.#points.length <= MOST_NAMED;
  }

  #colour(name: string): string {
    return getComputedStyle(this.host).getPropertyValue(name);
  }
}

const WIDEST_NAME = 288; // pixels, as the style sheet has it
const LETTER = 6.5;
const LINE = 16;

/** Leaflet ends a zoom a quarter of a second after it began, whether or not the map is still there. */
class Chart extends L.Map {
  declare _mapPane?: HTMLElement;

  _onZoomTransitionEnd(): void {
    if (this._mapPane) (L.Map.prototype as unknown as Chart)._onZoomTransitionEnd.call(this);
  }
}

/** Leaflet loses a frame that it asked for when it redraws at once: that frame may come after the map has gone. */
class Canvas extends L.Canvas {
  declare _ctx?: CanvasRenderingContext2D;

  _redraw(): void {
    if (this._ctx) (L.Canvas.prototype as unknown as Canvas)._redraw.call(this);
  }
}

/** A button under the zoom that looks at all points. */
class FitControl extends L.Control {
  constructor(private fit: () => void) {
    super({ position: "topleft" });
  }

  override onAdd(): HTMLElement {
    const bar = L.DomUtil.create("div", "leaflet-bar fit");
    const button = L.DomUtil.create("button", "", bar);
    button.type = "button";
    button.textContent = "⤢";
    button.title = "Show all points";
    button.setAttribute("aria-label", "Show all points");
    L.DomEvent.disableClickPropagation(bar);
    L.DomEvent.on(button, "click", () => this.fit());
    return bar;
  }
}

const NAMED: L.TooltipOptions = { permanent: true, direction: "right", className: "named", offset: [6, 0] };
const ALONG: L.TooltipOptions = { permanent: true, direction: "left", className: "degrees", offset: [0, 0] };
const DOWN: L.TooltipOptions = { permanent: true, direction: "bottom", className: "degrees", offset: [0, 0] };
const HOVERED: L.TooltipOptions = { direction: "top", className: "hovered", offset: [0, -6] };

/** Text as an element, so that no place's name is ever read as markup. */
function words(text: string): HTMLElement {
  const element = document.createElement("bdi");
  element.textContent = text;
  return element;
}

function corners(point: Point): L.LatLngTuple[] {
  const reach = (point.radius_km ?? 0) / 111;
  return [[point.lat - reach, point.lon - reach], [point.lat + reach, point.lon + reach]];
}

function stepped(bounds: L.LatLngBounds): L.LatLngBounds {
  const step = 2 ** Math.ceil(Math.log2(Math.max(bounds.getNorth() - bounds.getSouth(), bounds.getEast() - bounds.getWest())));
  const down = (value: number) => (Math.floor(value / step) - 1) * step;
  const up = (value: number) => (Math.ceil(value / step) + 1) * step;
  return L.latLngBounds([down(bounds.getSouth()), down(bounds.getWest())], [up(bounds.getNorth()), up(bounds.getEast())]);
}

function boxOf(bounds: L.LatLngBounds): string {
  const box = [Math.max(-180, bounds.getWest()), Math.max(-90, bounds.getSouth()), Math.min(180, bounds.getEast()), Math.min(90, bounds.getNorth())];
  return box.map((edge) => edge.toFixed(3)).join(",");
}
