// A name as a part of an address, and back. Names come from reports: half a character must stop no page.

export function coded(name: string): string {
  return encodeURIComponent(name.toWellFormed());
}

export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
