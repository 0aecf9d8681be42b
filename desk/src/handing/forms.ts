// The forms of export by name: what people call them and what opens them.

export interface Known {
  title: string;
  opens: string;
}

export const KNOWN: Record<string, Known> = {
  jsonl: { title: "JSON Lines", opens: "programs" },
  csv: { title: "CSV", opens: "any spreadsheet" },
  ucdp: { title: "UCDP GED", opens: "what reads UCDP’s 49 columns" },
  acled: { title: "ACLED", opens: "what reads ACLED’s 31 columns" },
  plover: { title: "PLOVER", opens: "event coders" },
  geojson: { title: "GeoJSON", opens: "QGIS and other maps" },
  hxl: { title: "HXL", opens: "humanitarian data tools" },
  annotation: { title: "W3C Web Annotation", opens: "annotation tools, by offsets and quotes" },
  prov: { title: "W3C PROV", opens: "what reads provenance" },
  ftm: { title: "FollowTheMoney", opens: "Aleph and OpenSanctions" },
  "schema-org": { title: "schema.org Claim", opens: "fact checkers’ tools" },
  parquet: { title: "Parquet", opens: "pandas, polars, DuckDB, R" },
  crate: { title: "RO-Crate", opens: "research archives" },
  bagit: { title: "BagIt", opens: "archives: a folder with checksums" },
};
