// The forms of export by name: what people call them and what opens them.

export interface Form {
  title: string;
  opens: string;
}

export const FORMS: Record<string, Form> = {
  csv: { title: "CSV", opens: "any spreadsheet" },
  jsonl: { title: "JSON Lines", opens: "programs: the machine interface, nothing left out" },
  ucdp: { title: "UCDP GED", opens: "what reads UCDP’s 49 columns" },
  acled: { title: "ACLED", opens: "what reads ACLED’s 31 columns" },
  plover: { title: "PLOVER", opens: "event coders’ JSON Lines" },
  geojson: { title: "GeoJSON", opens: "QGIS, Felt, kepler.gl and other maps" },
  parquet: { title: "Parquet", opens: "pandas, polars, DuckDB, R" },
  ftm: { title: "FollowTheMoney", opens: "Aleph and OpenSanctions’ tools" },
  "schema-org": { title: "schema.org Claim", opens: "what reads ClaimReview and JSON-LD" },
  annotation: { title: "W3C Web Annotation", opens: "annotation tools, by offsets and quotes" },
  prov: { title: "W3C PROV", opens: "what reads provenance as JSON-LD" },
  hxl: { title: "HXL", opens: "the humanitarian data exchange" },
  crate: { title: "RO-Crate", opens: "research archives: a folder of everything" },
  bag: { title: "BagIt", opens: "digital archives: a folder with checksums" },
};
