// Outlines of the world's countries (Natural Earth, public domain, by world-atlas), coarse or fine, as GeoJSON.
import type { FeatureCollection } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import coarse from "world-atlas/countries-110m.json?url";
import fine from "world-atlas/countries-50m.json?url";

export const CREDIT = "Outlines: Natural Earth";
const fetched = new Map<string, Promise<FeatureCollection>>();

export function outlines(detailed: boolean): Promise<FeatureCollection> {
  const address = detailed ? fine : coarse;
  const known = fetched.get(address) ?? read(address);
  fetched.set(address, known);
  return known;
}

async function read(address: string): Promise<FeatureCollection> {
  const topology = (await (await fetch(address)).json()) as Topology<{ countries: GeometryCollection }>;
  return feature(topology, topology.objects.countries);
}
