// A path of the server in, its answer as a typed record out; what went wrong as a Fault that says what, where and how to mend it.

export class Fault extends Error {
  constructor(
    readonly what: string,
    readonly where: string = "",
    readonly mend: string = "",
    readonly status: number = 0,
  ) {
    super(what);
  }
}

const UNREACHABLE = new Fault("The desk's server does not answer.", "", "Look whether `reportedly serve` still runs, then try again.");

const ahead = new Map<string, Promise<Response>>();
let tell: (token: string) => void;
let token = new Promise<string>((resolve) => (tell = resolve));

/** Writes carry this word, which the server gives with the ledger's facts; they wait until it is there. */
export function remember(csrf: string): void {
  tell(csrf);
  token = Promise.resolve(csrf);
}

/** Asks before anybody waits for the answer: the next to ask the same has it. */
export function askAhead(path: string): void {
  const asked = fetch(path, { credentials: "same-origin" });
  asked.catch(() => undefined); // whoever takes it is told
  ahead.set(path, asked);
}

export function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  const asked = ahead.get(path);
  ahead.delete(path);
  return answer<T>(path, signal ? { signal } : {}, asked);
}

export async function send<T>(path: string, body: unknown): Promise<T> {
  const headers = { "content-type": "application/json", "x-reportedly-token": await token };
  return answer<T>(path, { method: "POST", headers, body: JSON.stringify(body) });
}

export async function hand<T>(path: string, files: File[]): Promise<T> {
  const form = new FormData();
  for (const file of files) form.append("files", file);
  return answer<T>(path, { method: "POST", headers: { "x-reportedly-token": await token }, body: form });
}

async function answer<T>(path: string, init: RequestInit, asked?: Promise<Response>): Promise<T> {
  const response = await (asked ?? fetch(path, { ...init, credentials: "same-origin" })).catch((error: unknown) => {
    if (isAborted(error)) throw error;
    throw UNREACHABLE;
  });
  if (!response.ok) throw await faultOf(response);
  return (await response.json()) as T;
}

async function faultOf(response: Response): Promise<Fault> {
  const body: unknown = await response.json().catch(() => null);
  const said = (body as { error?: { what?: string; where?: string; mend?: string } } | null)?.error;
  return new Fault(said?.what ?? `The server answered ${response.status}.`, said?.where, said?.mend, response.status);
}

export function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

export function asFault(error: unknown): Fault {
  return error instanceof Fault ? error : new Fault(String(error));
}
